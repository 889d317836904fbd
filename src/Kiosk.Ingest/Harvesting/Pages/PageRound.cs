using System.Collections.Concurrent;
using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>
/// Reads a number of pages that are due: a few hosts at once, one page of a host at a time. Rounds may overlap: a host that is slow holds up no other.
/// </summary>
public sealed partial class PageRound(
    IDbContextFactory<KioskDb> factory, PageQueue queue, ArticlePages pages, PageHarvest harvest, HarvestOptions options, ILogger<PageRound> logger) : IDisposable
{
    /// <summary>Pages of one host in a round; the others have their turn at the next.</summary>
    public const int PagesAHost = 50;

    private readonly SemaphoreSlim _places = new(options.Parallel);
    private readonly BusyHosts _busy = new();

    /// <summary>Reads what is due.</summary>
    /// <param name="visited">Called after each page, from any thread, one call at a time; null if nobody looks.</param>
    /// <param name="cancellation">Stops; pages under way are due again at once.</param>
    /// <returns>How many were read, and how many were not.</returns>
    public async Task<PageTally> RunDueAsync(Action<PageVisit>? visited, CancellationToken cancellation)
    {
        var withReports = pages.ReadsReports;
        // A host that another round is busy with keeps its pages for the next one.
        var round = new object();
        var hosts = (await queue.HostsDueAsync(withReports, cancellation)).Where(host => _busy.TryTake(host, round)).ToList();
        if (hosts.Count == 0)
            return default;
        var visits = new ConcurrentQueue<PageVisit>();
        try
        {
            var rules = await LoadRulesAsync(cancellation);
            await Task.WhenAll(hosts.Select(host => ReadHostAsync(round, host, withReports, rules, visit =>
            {
                visits.Enqueue(visit);
                lock (visits)
                    visited?.Invoke(visit);
            }, cancellation)));
        }
        finally
        {
            foreach (var host in hosts)
                _busy.GiveBack(host, round);
        }

        var tally = new PageTally(visits.Count(visit => visit.IsRead), visits.Count(visit => !visit.IsRead));
        LogRound(tally.Read, tally.Unread, hosts.Count);
        return tally;
    }

    public void Dispose() => _places.Dispose();

    private async Task ReadHostAsync(object round, string host, bool withReports, TopicRules rules, Action<PageVisit> visited, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            foreach (var due in await queue.DueAsync(host, PagesAHost, withReports, cancellation))
            {
                if (await queue.ClaimAsync(due, cancellation) is not { } page)
                    continue;
                var visit = await harvest.RunAsync(page, rules, cancellation);
                visited(visit);
                if (visit.IsHostSilent)
                    break;
            }
        }
        finally
        {
            _busy.GiveBack(host, round);
            _places.Release();
        }
    }

    private async Task<TopicRules> LoadRulesAsync(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await TopicRules.LoadAsync(db, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Read {Read} pages behind items, {Unread} could not be read, at {Hosts} hosts")]
    private partial void LogRound(int read, int unread, int hosts);
}

/// <summary>What became of the pages of a round.</summary>
public readonly record struct PageTally(int Read, int Unread);
