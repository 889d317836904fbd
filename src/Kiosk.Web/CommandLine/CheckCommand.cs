using System.CommandLine;
using Kiosk.Web.Operations;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk check</c>: reads everything through and says what is wrong and what to do. Ends with 1 if somebody must act.</summary>
internal static class CheckCommand
{
    public static Command Build(SharedOptions shared)
    {
        var command = new Command("check", "Kijk alles na: archief, zoekindex, reservekopie, schijf, mail, instellingen");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            var checks = host.Services.GetServices<ICheck>().ToList();
            var findings = await Terminal.WithBarAsync("Nakijken", checks.Count, async bar =>
            {
                var found = new List<Finding>();
                foreach (var (number, check) in checks.Index())
                {
                    bar(number, checks.Count);
                    found.AddRange(await check.LookAsync(thorough: true, cancellation));
                }

                return found;
            });
            foreach (var finding in findings)
                Console.WriteLine($"{Mark(finding.State)} {finding.Name}: {finding.Sentence}{(finding.Remedy is null ? "" : " " + finding.Remedy)}");
            return findings.Exists(finding => finding.State == FindingState.Bad) ? 1 : 0;
        });
        return command;
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Good => "goed ",
        FindingState.Note => "let op",
        _ => "FOUT ",
    };
}
