using System.CommandLine;
using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Web.Hosting;
using Kiosk.Web.Jobs;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Kiosk.Web.CommandLine;

/// <summary><c>kiosk harvest [--source x]</c>: every enabled source once, now, and a table of how it went. With <c>--try x</c>: what one would bring, storing nothing.</summary>
internal static class HarvestCommand
{
    public static Command Build(SharedOptions shared)
    {
        var only = new Option<string[]>("--source") { Description = "Alleen deze bron (id uit feeds.json); mag vaker", HelpName = "id", AllowMultipleArgumentsPerToken = true };
        var attempt = new Option<string>("--try") { Description = "Laat zien wat deze bron zou brengen, zonder iets op te slaan", HelpName = "id" };
        var command = new Command("harvest", "Haal nu alle bronnen op die aanstaan, en werk de zoekindex bij") { only, attempt };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var host = await Workbench.OpenAsync(parsed, shared, cancellation);
            await host.Services.GetRequiredService<Opening>().PlantSourcesAsync(cancellation);
            return parsed.GetValue(attempt) is { } tried
                ? await TrialCommand.RunAsync(host.Services, tried, cancellation)
                : await RunAsync(host.Services, parsed.GetValue(only) ?? [], cancellation);
        });
        return command;
    }

    /// <returns>0 if a source answered or there was nothing to do; 1 if every one failed.</returns>
    private static async Task<int> RunAsync(IServiceProvider services, string[] only, CancellationToken cancellation)
    {
        var sources = await SourcesAsync(services, only, cancellation);
        var (visits, pages) = await VisitAsync(services, sources, cancellation);
        await IndexBar.CatchUpAsync(services, "Zoekindex bijwerken", cancellation);
        Report(visits, sources.Count);
        await ReportAsync(services, pages, cancellation);
        return visits.Count > 0 && !visits.Any(visit => visit.Succeeded) ? 1 : 0;
    }

    /// <summary>The index follows meanwhile, as it does in a kiosk that is open: what waits for the network or the disk leaves a processor free.</summary>
    private static async Task<(IReadOnlyList<Visit> Visits, PageTally Pages)> VisitAsync(IServiceProvider services, List<SourceAddress> sources, CancellationToken cancellation)
    {
        using var following = ActivatorUtilities.CreateInstance<IndexFollowing>(services);
        await following.StartAsync(cancellation);
        try
        {
            var done = 0;
            var visits = await Terminal.WithBarAsync("Bronnen ophalen", sources.Count, report =>
                services.GetRequiredService<HarvestRound>().RunNowAsync(sources, _ => report(++done, sources.Count), cancellation));
            return (visits, await ReadPagesAsync(services, cancellation));
        }
        finally
        {
            await following.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>One round: so many pages of each host. The rest is read by a kiosk that is open, or the next time.</summary>
    private static async Task<PageTally> ReadPagesAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var waiting = await WaitingAsync(services, cancellation);
        var done = 0;
        return waiting == 0 ? default : await Terminal.WithBarAsync("Bladzijden lezen", waiting, report =>
            services.GetRequiredService<PageRound>().RunDueAsync(_ => report(++done, waiting), cancellation));
    }

    private static async Task ReportAsync(IServiceProvider services, PageTally pages, CancellationToken cancellation)
    {
        if (pages != default)
            Terminal.Output.WriteLine($"{DutchText.Count(pages.Read, "bladzijde", "bladzijden")} achter de stukken gelezen, {DutchText.Number(pages.Unread)} niet gelukt; de redenen staan op de pagina van elke bron.");
        if (await WaitingAsync(services, cancellation) is > 0 and var waiting)
            Terminal.Output.WriteLine($"{DutchText.Count(waiting, "bladzijde staat", "bladzijden staan")} nog in de rij en {(waiting == 1 ? "volgt" : "volgen")} vanzelf als de Kiosk open is, of bij de volgende keer.");
    }

    private static async Task<int> WaitingAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(cancellation);
        return await db.PagesToRead.CountAsync(page => page.Item != null && page.State == PageState.Waiting, cancellation);
    }

    private static async Task<List<SourceAddress>> SourcesAsync(IServiceProvider services, string[] only, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(cancellation);
        var sources = await (only.Length == 0 ? db.Sources.Where(Source.IsVisited) : db.Sources.Where(source => only.Contains(source.Slug))).AsNoTracking()
            .OrderBy(source => source.Id)
            .Select(source => new { source.Slug, Address = new SourceAddress(source.Id, source.Url) })
            .ToListAsync(cancellation);
        var unknown = only.Except(sources.Select(source => source.Slug), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw Unknown(string.Join(", ", unknown));
        return [.. sources.Select(source => source.Address)];
    }

    public static OpeningException Unknown(string ids) => new($"Deze bron bestaat niet: {ids}. De id's staan in feeds.json en op de pagina Bronnen.");

    private static void Report(IReadOnlyList<Visit> visits, int asked)
    {
        var table = new Table().AddColumns("bron", "uitkomst", "nieuw", "bijgewerkt", "wat er gebeurde");
        foreach (var visit in visits.OrderBy(visit => visit.Succeeded).ThenBy(visit => visit.SourceName, StringComparer.CurrentCulture))
        {
            table.AddRow(
                new Text(visit.SourceName),
                new Text(visit.Succeeded ? "gelukt" : "mislukt", new Style(visit.Succeeded ? Color.Green : Color.Red)),
                Number(visit.Tally.New),
                Number(visit.Tally.Changed),
                new Text(visit.Message));
        }

        Terminal.Output.Write(table);
        Terminal.Output.WriteLine($"{DutchText.Number(visits.Count(visit => visit.Succeeded))} van {DutchText.Count(asked, "bron", "bronnen")} gelukt, {DutchText.Count(visits.Sum(visit => visit.Tally.New), "nieuw stuk", "nieuwe stukken")}, {DutchText.Number(visits.Sum(visit => visit.Tally.Changed))} bijgewerkt.");
        if (visits.Count < asked)
            Terminal.Output.WriteLine($"{DutchText.Count(asked - visits.Count, "bron wordt", "bronnen worden")} op dit moment door een andere Kiosk opgehaald.");
    }

    private static Text Number(int number) => new(number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture));
}
