using System.Collections.Concurrent;
using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kiosk.Ingest.Harvesting;

/// <summary>Visits a number of sources: a few at once, one per host, each on its own feet.</summary>
public sealed partial class HarvestRound(
    IDbContextFactory<KioskDb> factory, SourceClaims claims, SourceHarvest harvest, HarvestOptions options, ILogger<HarvestRound> logger) : IDisposable
{
    private readonly SemaphoreSlim _oneRoundAtATime = new(1);

    /// <summary>Visits all sources that are due.</summary>
    /// <param name="visited">Called after each visit, from any thread, one call at a time; null if nobody looks.</param>
    /// <param name="cancellation">Stops after the sources under way have let go.</param>
    public async Task<IReadOnlyList<Visit>> RunDueAsync(Action<Visit>? visited, CancellationToken cancellation) =>
        await RunAsync(await claims.DueAsync(cancellation), onlyIfDue: true, visited, cancellation);

    /// <summary>Visits these sources now, due or not.</summary>
    public Task<IReadOnlyList<Visit>> RunNowAsync(IReadOnlyCollection<SourceAddress> sources, Action<Visit>? visited, CancellationToken cancellation) =>
        RunAsync(sources, onlyIfDue: false, visited, cancellation);

    public void Dispose() => _oneRoundAtATime.Dispose();

    private async Task<IReadOnlyList<Visit>> RunAsync(IReadOnlyCollection<SourceAddress> sources, bool onlyIfDue, Action<Visit>? visited, CancellationToken cancellation)
    {
        if (sources.Count == 0)
            return [];
        await _oneRoundAtATime.WaitAsync(cancellation);
        try
        {
            var rules = await LoadRulesAsync(cancellation);
            var visits = new ConcurrentQueue<Visit>();
            await Parallel.ForEachAsync(ByHost(sources), new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellation }, async (host, stop) =>
            {
                foreach (var address in host)
                {
                    if (await claims.ClaimAsync(address.Id, onlyIfDue, stop) is not { } source)
                        continue;
                    var visit = await harvest.RunAsync(source, rules, stop);
                    visits.Enqueue(visit);
                    lock (visits)
                        visited?.Invoke(visit);
                }
            });
            LogRound([.. visits]);
            return [.. visits];
        }
        finally
        {
            _oneRoundAtATime.Release();
        }
    }

    private async Task<TopicRules> LoadRulesAsync(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await TopicRules.LoadAsync(db, cancellation);
    }

    /// <summary>Sources of one host stay together, so that a host is asked one thing at a time.</summary>
    private static IEnumerable<IGrouping<string, SourceAddress>> ByHost(IEnumerable<SourceAddress> sources) =>
        sources.GroupBy(source => new Uri(source.Url).Authority, StringComparer.OrdinalIgnoreCase);

    private void LogRound(Visit[] visits)
    {
        if (visits.Length > 0)
            LogRound(visits.Length, visits.Count(visit => visit.Succeeded), visits.Sum(visit => visit.Tally.New), visits.Sum(visit => visit.Tally.Changed));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Harvested {Sources} sources, {Succeeded} with success: {New} new articles, {Changed} changed")]
    private partial void LogRound(int sources, int succeeded, int @new, int changed);
}
