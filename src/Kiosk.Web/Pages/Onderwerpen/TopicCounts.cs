using Kiosk.Data;
using Kiosk.Data.Changes;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Onderwerpen;

/// <summary>
/// How many pieces each topic has that readers can see. To know it all tags of the archive are counted, so this node keeps it for as long as the change feed says that no article changed.
/// </summary>
public sealed class TopicCounts : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private (ChangePosition At, IReadOnlyDictionary<int, TopicCount> Counts)? _kept;

    /// <summary>By topic; one that has nothing is not there.</summary>
    public async Task<IReadOnlyDictionary<int, TopicCount>> ReadAsync(KioskDb db, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (_kept is { } kept && await ChangeFeed.ReadAsync(db, kept.At, limit: 1, cancellation) is { Gap: false, ArticleIds.Count: 0 })
                return kept.Counts;
            // The position first: what comes in while it is counted has it counted again.
            var at = await ChangeFeed.EndAsync(db, cancellation);
            var counts = await db.ArticleTopics.Where(link => link.ListedAt != null).GroupBy(link => link.TopicId)
                .Select(links => new TopicCount(links.Key, links.Count(), links.Max(link => link.ListedAt)!.Value))
                .ToDictionaryAsync(count => count.TopicId, cancellation);
            _kept = (at, counts);
            return counts;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}

/// <param name="Newest">When its newest piece was published.</param>
public sealed record TopicCount(int TopicId, int Articles, DateTimeOffset Newest);
