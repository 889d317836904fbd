using Kiosk.Data.Merging;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Editors' merges of what is the same, and the way back.</summary>
public static class ArticleMerging
{
    public static readonly ActKind Merged = new("article-merged", "voegde samen", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Merged];

    /// <summary>Merges an article into another. See <see cref="ArticleMerge"/> for what goes along.</summary>
    /// <param name="keep">The one that stays.</param>
    /// <param name="merged">The one that goes into it.</param>
    public static async Task<WorkOutcome> MergeAsync(KioskDb db, ActBatch batch, ArticleRef keep, ArticleRef merged, CancellationToken cancellation = default)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var (stays, goes) = (await ArticleWork.FindAsync(db, keep.Id, cancellation), await ArticleWork.FindAsync(db, merged.Id, cancellation));
            if (stays is null || goes is null)
                return WorkOutcome.NotFound;
            if ((keep.Version ?? stays.Version) != stays.Version || (merged.Version ?? goes.Version) != goes.Version)
                return WorkOutcome.Outdated;
            var trace = await TraceAsync(db, stays, goes, cancellation);
            if (await ArticleMerge.MergeAsync(db, stays.Id, goes.Id, batch.At, cancellation) != MergeOutcome.Merged)
                return WorkOutcome.Impossible;
            await db.Articles.Where(article => article.Id == goes.Id).ExecuteUpdateAsync(set => set.SetProperty(article => article.InboxAt, (DateTimeOffset?)null), cancellation);
            EditorialLog.Record(db, batch, Merged, ActSubject.Of(goes), trace, trace with { IsMerged = true });
            await db.SaveChangesAsync(cancellation);
            await ArticleWork.SettleAsync(db, stays, cancellation);
            await transaction.CommitAsync(cancellation);
            return WorkOutcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return WorkOutcome.Outdated;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<KeptMerge> TraceAsync(KioskDb db, Article keep, Article merged, CancellationToken cancellation) => new(IsMerged: false, keep.Id, keep.Title)
    {
        Standing = KeptStanding.Of(merged),
        Story = await ArticleStory.OfAsync(db, merged, cancellation),
        KeepStory = keep.StoryId,
        KeepFirstSeen = keep.FirstSeenAt,
        Aliases = await db.ArticleAliases.Where(alias => alias.ArticleId == merged.Id).ToDictionaryAsync(alias => alias.Name, alias => alias.ContentHash, cancellation),
        Picks = await db.Picks.Where(pick => pick.ArticleId == merged.Id).Select(pick => pick.Id).ToListAsync(cancellation),
        Tasks = await db.EditorTasks.Where(task => task.ArticleId == merged.Id).Select(task => task.Id).ToListAsync(cancellation),
        NewTopics = [.. merged.Topics.Select(tag => tag.TopicId).Except(keep.Topics.Select(tag => tag.TopicId))],
        NewLists = await db.ListEntries.Where(entry => entry.ArticleId == merged.Id && !db.ListEntries.Any(other => other.ListId == entry.ListId && other.ArticleId == keep.Id))
            .Select(entry => entry.ListId).ToListAsync(cancellation),
        Earlier = await db.Articles.Where(article => article.MergedInto == merged.Id).Select(article => article.Id).ToListAsync(cancellation),
    };

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var goes = await ArticleWork.FindAsync(db, long.Parse(act.SubjectId, System.Globalization.CultureInfo.InvariantCulture), cancellation);
        var trace = EditorialLog.Read<KeptMerge>(act.Before)!;
        var stays = await ArticleWork.FindAsync(db, trace.Keep, cancellation);
        if (goes is null || stays is null)
            return "Een van de twee stukken bestaat niet meer.";
        if (trace.IsMerged)
        {
            return await ArticleMerge.MergeAsync(db, stays.Id, goes.Id, by.At, cancellation) == MergeOutcome.Merged ? null : "Een van de twee is al met iets anders samengevoegd.";
        }

        if (goes.State != ArticleState.Merged || goes.MergedInto != stays.Id)
            return "Het stuk is daarna nog met iets anders samengevoegd.";
        await ArticleSplit.SplitAsync(db, stays, goes, trace, by.At, cancellation);
        return null;
    }
}
