using System.CommandLine;
using Kiosk.Web.Demo;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk serve</c>, and <c>kiosk</c> alone: opens the kiosk until it is stopped. <c>--urls</c> and the like go to ASP.NET Core as usual.</summary>
internal static class ServeCommand
{
    private static readonly Option<bool> Demo = new("--demo") { Description = "Open met een verzonnen redactie: echte feeds over loopback, in een tijdelijke map" };

    public static Command Build(SharedOptions shared)
    {
        var command = new Command("serve", "Open de Kiosk (dit gebeurt ook zonder opdracht)");
        Accept(command, shared);
        return command;
    }

    /// <summary>Lets the root command serve too.</summary>
    public static void MakeDefault(RootCommand root, SharedOptions shared) => Accept(root, shared);

    private static void Accept(Command command, SharedOptions shared)
    {
        command.Options.Add(Demo);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(parsed, shared, cancellation));
    }

    private static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellation)
    {
        if (parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith('-'))
            throw new OpeningException($"De opdracht ‘{first}’ bestaat niet. Met --help zie je welke er zijn.");
        var settings = shared.Settings(parsed);
        await using var demo = parsed.GetValue(Demo) ? await DemoKiosk.StartAsync(settings, cancellation) : null;
        await using var app = KioskHost.Build([.. parsed.UnmatchedTokens], settings);
        await KioskHost.RunAsync(app, cancellation);
        return 0;
    }
}
