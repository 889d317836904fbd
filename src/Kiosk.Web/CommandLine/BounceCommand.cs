using System.CommandLine;
using Kiosk.Web.Bounces;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk bounce</c>: takes one returned mail from standard input, as mail servers hand it to programs.</summary>
internal static class BounceCommand
{
    /// <summary>By <c>sysexits.h</c>: the mail server keeps the mail and tries again.</summary>
    private const int TemporaryFailure = 75;

    public static Command Build(SharedOptions shared)
    {
        var command = new Command("bounce", "Lees één teruggekomen mail van de standaardinvoer (voor een alias of .forward van de mailserver)");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var input = Console.OpenStandardInput();
            var mail = new byte[MimePart.MostBytes];
            var length = await input.ReadAtLeastAsync(mail, mail.Length, throwOnEndOfStream: false, cancellation);
            await input.CopyToAsync(Stream.Null, cancellation); // A mail server takes it ill if not all is read.
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            var outcome = await host.Services.GetRequiredService<BounceDesk>().TakeAsync(mail.AsMemory(0, length), cancellation);
            Console.WriteLine(outcome switch
            {
                BounceOutcome.Counted => "Verwerkt.",
                BounceOutcome.Nothing => "Niets nieuws.",
                BounceOutcome.Kept => "Niet begrepen; de mail ligt in de map teruggekomen.",
                _ => "Niet begrepen, en er is geen plaats meer om hem te bewaren.",
            });
            return outcome == BounceOutcome.Refused ? TemporaryFailure : 0;
        });
        return command;
    }
}
