using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Harvesting;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk harvest --try x</c>: what a source would bring.</summary>
internal static class TrialCommand
{
    /// <returns>0 if the source can be read, 1 if it cannot.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string slug, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(cancellation);
        var source = await db.Sources.AsNoTracking().Include(source => source.Topics).SingleOrDefaultAsync(source => source.Slug == slug, cancellation)
            ?? throw HarvestCommand.Unknown(slug);
        var report = await services.GetRequiredService<SourceTrial>().RunAsync(source, cancellation);
        Show(source, report);
        return report.Problem is null ? 0 : 1;
    }

    private static void Show(Source source, TrialReport report)
    {
        foreach (var line in new[] { report.Problem, report.Remark }.OfType<string>())
            Terminal.Output.WriteLine(line);
        if (report.Items.Count > 0)
        {
            var table = new Table().AddColumns("datum", "titel", "woorden", "onderwerpen", "wat ermee gebeurt");
            foreach (var item in report.Items)
                table.AddRow(new Text(Day(item.Published)), new Text(item.Title), new Text(item.Words.ToString(CultureInfo.InvariantCulture)), new Text(string.Join(", ", item.Topics)), new Text(Fate(item)));
            Terminal.Output.Write(table);
        }

        Terminal.Output.WriteLine($"{source.Name}: {DutchText.Number(report.Items.Count)} van {DutchText.Count(report.Listed, "stuk", "stukken")} geprobeerd. Er is niets opgeslagen.");
    }

    private static string Fate(TrialItem item) => item switch
    {
        { IsKnown: true } => "ligt al in de kiosk",
        { IsKept: true, Problem: not null } => $"blijft, {(item.Words == 0 ? "zonder tekst" : "met wat de bron zegt")}: {item.Problem}",
        { IsKept: true } => "blijft",
        { Problem: { } problem } => $"valt af: {problem}",
        _ => "valt af: past niet in het filter",
    };

    private static string Day(DateTimeOffset? moment) => moment?.ToString("d-M-yyyy", CultureInfo.InvariantCulture) ?? "geen";
}
