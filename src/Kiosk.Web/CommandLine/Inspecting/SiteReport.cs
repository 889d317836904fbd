using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Discovery;
using Spectre.Console;

namespace Kiosk.Web.CommandLine.Inspecting;

/// <summary>Shows people what a site offers, the best first.</summary>
internal static class SiteReport
{
    /// <returns>0 if there is something to read, 1 if there is not.</returns>
    public static int Show(SiteFindings findings)
    {
        var output = Terminal.Output;
        output.MarkupLineInterpolated($"[bold]{findings.Address}[/]");
        foreach (var line in new[] { findings.Problem, findings.Remark }.OfType<string>())
            output.MarkupLineInterpolated($"[yellow]{line}[/]");
        foreach (var (number, candidate) in findings.Candidates.Index())
        {
            output.WriteLine();
            output.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{number + 1}. {Names.Of(candidate.Format)}[/]{(candidate.Title is null ? "" : $": {candidate.Title}")}");
            output.MarkupLineInterpolated($"   {candidate.Url}");
            output.MarkupLineInterpolated($"   [grey]{candidate.Why}[/]");
            foreach (var item in candidate.Items)
                output.MarkupLineInterpolated($"   - {Day(item.Published),-11}{item.Title}");
        }

        return findings.Candidates.Count > 0 ? 0 : 1;
    }

    private static string Day(DateTimeOffset? moment) => moment?.ToString("d-M-yyyy", CultureInfo.InvariantCulture) ?? "";
}
