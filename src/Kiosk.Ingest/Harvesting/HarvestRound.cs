using System.Collections.Concurrent;
using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kiosk.Ingest.Harvesting;

/// <summary>
/// Visits a number of sources: a few at once, one per host (two of a host with many), each on its own feet. Rounds may overlap: a source that takes long holds up no tick.
/// </summary>
public sealed partial class HarvestRound(
    IDbContextFactory<KioskDb> factory, SourceClaims claims, SourceHarvest harvest, HarvestOptions options, ILogger<HarvestRound> logger) : IDisposable
{
    /// <summary>Of a host with more sources than this, one is read while another is stored. The host itself is asked one thing at a time by <see cref="Fetching.HostGate"/>.</summary>
    private const int FewOfOneHost = 10;

    private readonly SemaphoreSlim _places = new(options.Parallel);
    private readonly BusyHosts _busy = new();

    /// <summary>Visits all sources that are due.</summary>
    /// <param name="visited">Called after each visit, from any thread, one call at a time; null if nobody looks.</param>
    /// <param name="cancellation">Stops after the sources under way have let go.</param>
    public async Task<IReadOnlyList<Visit>> RunDueAsync(Action<Visit>? visited, CancellationToken cancellation) =>
        await RunAsync(await claims.DueAsync(cancellation), onlyIfDue: true, visited, cancellation);

    /// <summary>Visits these sources now, due or not.</summary>
    public Task<IReadOnlyList<Visit>> RunNowAsync(IReadOnlyCollection<SourceAddress> sources, Action<Visit>? visited, CancellationToken cancellation) =>
        RunAsync(sources, onlyIfDue: false, visited, cancellation);

    public void Dispose() => _places.Dispose();

    private async Task<IReadOnlyList<Visit>> RunAsync(IReadOnlyCollection<SourceAddress> sources, bool onlyIfDue, Action<Visit>? visited, CancellationToken cancellation)
    {
        // A host that another round is busy with, or waits for, keeps its sources due for the next tick.
        var round = new object();
        var hosts = ByHost(sources).Where(host => _busy.TryTake(host.Key, round)).ToList();
        try
        {
            var rules = hosts.Count > 0 ? await LoadRulesAsync(cancellation) : null;
            var visits = new ConcurrentQueue<Visit>();
            await Task.WhenAll(hosts.Select(host => VisitHostAsync(round, host, rules!, onlyIfDue, visit =>
            {
                HarvestMeter.Count(visit);
                visits.Enqueue(visit);
                lock (visits)
                    visited?.Invoke(visit);
            }, cancellation)));
            LogRound([.. visits]);
            return [.. visits];
        }
        finally
        {
            foreach (var host in hosts)
                _busy.GiveBack(host.Key, round);
        }
    }

    private async Task VisitHostAsync(object round, IGrouping<string, SourceAddress> host, TopicRules rules, bool onlyIfDue, Action<Visit> visited, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            await Parallel.ForEachAsync(host, new ParallelOptions { MaxDegreeOfParallelism = host.Count() > FewOfOneHost ? 2 : 1, CancellationToken = cancellation }, async (address, token) =>
            {
                if (await claims.ClaimAsync(address.Id, onlyIfDue, token) is { } source)
                    visited(await harvest.RunAsync(source, rules, token));
            });
        }
        finally
        {
            _busy.GiveBack(host.Key, round);
            _places.Release();
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
