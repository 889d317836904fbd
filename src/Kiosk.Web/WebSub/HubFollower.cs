using Kiosk.Data;
using Kiosk.Data.Changes;
using Kiosk.Data.WebSub;
using Kiosk.Web.Feeds;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.WebSub;

/// <summary>
/// Follows the change feed and notes which feeds changed by it: that of everything, of the picks, of topics and of sources. Place and notices are saved together. Begins
/// where the feed ends, and so does it where the feed does not go back far enough: who misses a notice comes by herself.
/// </summary>
public sealed class HubFollower(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    private const int AtATime = 500;

    /// <summary>How long a notice waits for what changes together.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(1);

    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        while (await StepAsync(cancellation))
            cancellation.ThrowIfCancellationRequested();
    }

    /// <returns>True if there may be more.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var kept = await FollowedTo.ReadAsync(db, ArchiveProperty.HubFollowedTo, cancellation);
        var batch = kept is null ? null : await ChangeFeed.ReadAsync(db, ChangePosition.Parse(kept), AtATime, cancellation);
        if (batch is { Gap: false } && batch.Position.ToString() == kept)
            return false;
        var position = batch is null or { Gap: true } ? await ChangeFeed.EndAsync(db, cancellation) : batch.Position;
        if (!await FollowedTo.MoveAsync(db, ArchiveProperty.HubFollowedTo, kept, position, cancellation))
            return false;
        try
        {
            await NoteAsync(db, batch is { Gap: false } ? batch.ArticleIds : [], cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            return false; // Another node was first.
        }

        await transaction.CommitAsync(cancellation);
        return batch is { Gap: false };
    }

    /// <summary>A notice that is there already waits anew, also if it is being told at this moment: that may have been too early for this change.</summary>
    private async Task NoteAsync(KioskDb db, IReadOnlyList<long> articles, CancellationToken cancellation)
    {
        var due = time.GetUtcNow() + Gathering;
        var paths = await PathsAsync(db, [.. articles], cancellation);
        await db.HubNotices.Where(notice => EF.Parameter(paths).Contains(notice.Path)).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.DueAt, due), cancellation);
        var known = await db.HubNotices.Where(notice => EF.Parameter(paths).Contains(notice.Path)).Select(notice => notice.Path).ToListAsync(cancellation);
        db.HubNotices.AddRange(paths.Except(known).Select(path => new HubNotice { Path = path, DueAt = due }));
    }

    private static async Task<string[]> PathsAsync(KioskDb db, long[] articles, CancellationToken cancellation)
    {
        if (articles.Length == 0)
            return [];
        var sources = await db.Articles.Where(article => EF.Parameter(articles).Contains(article.Id)).Select(article => article.Source!.Slug).Distinct().ToListAsync(cancellation);
        var topics = await db.ArticleTopics.Where(link => EF.Parameter(articles).Contains(link.ArticleId) && link.Topic!.MergedInto == null).Select(link => link.Topic!.Slug).Distinct().ToListAsync(cancellation);
        var isPicked = await db.Picks.AnyAsync(pick => EF.Parameter(articles).Contains(pick.ArticleId), cancellation);
        return [.. FeedFormat.All.SelectMany(format => sources.Select(slug => FeedLinks.Source(slug, format.Name)).Concat(topics.Select(slug => FeedLinks.Topic(slug, format.Name)))
            .Append(FeedLinks.Kiosk(format.Name)).Concat(isPicked ? [FeedLinks.Picks(format.Name)] : Array.Empty<string>()))];
    }
}
