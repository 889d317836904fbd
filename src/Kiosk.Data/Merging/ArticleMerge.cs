using Kiosk.Data.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kiosk.Data.Merging;

/// <summary>
/// Makes one article of two that are the same. The one that stays gets the names, tags and places of the other, so that every old address
/// leads to it; the other stays in the archive as it was, out of sight, so that nothing is lost.
/// </summary>
public static class ArticleMerge
{
    /// <summary>Merges in the transaction at hand, or else in one of its own.</summary>
    /// <param name="db">Without changes of its own.</param>
    /// <param name="keepId">The article that stays.</param>
    /// <param name="mergedId">The article that goes into it.</param>
    /// <param name="now">The moment, for both articles.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public static async Task<MergeOutcome> MergeAsync(KioskDb db, long keepId, long mergedId, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var pair = await db.Articles.Where(article => article.Id == keepId || article.Id == mergedId).ToDictionaryAsync(article => article.Id, cancellation);
        if (!pair.TryGetValue(keepId, out var keep) || !pair.TryGetValue(mergedId, out var merged))
            return MergeOutcome.NotFound;
        if (keepId == mergedId || keep.State == ArticleState.Merged || merged.State == ArticleState.Merged)
            return MergeOutcome.Impossible;

        await LeaveStoryAsync(db, keep, merged, cancellation);
        Mark(keep, merged, now);
        await db.SaveChangesAsync(cancellation);
        await db.ArticleAliases.Where(alias => alias.ArticleId == mergedId && alias.ContentHash == null)
            .ExecuteUpdateAsync(set => set.SetProperty(alias => alias.ContentHash, merged.ContentHash), cancellation);
        foreach (var table in FollowingTable.All)
            await FollowAsync(db, table, keepId, mergedId, cancellation);
        // Who was merged before goes straight to the end of the chain.
        await db.Articles.Where(article => article.MergedInto == mergedId).ExecuteUpdateAsync(set => set.SetProperty(article => article.MergedInto, keepId), cancellation);
        if (transaction is not null)
            await transaction.CommitAsync(cancellation);
        return MergeOutcome.Merged;
    }

    /// <summary>The place in a story goes over to the one that stays, if it has none.</summary>
    private static async Task LeaveStoryAsync(KioskDb db, Article keep, Article merged, CancellationToken cancellation)
    {
        if (merged.StoryId is not { } story)
            return;
        if (keep.StoryId is null)
            await StoryMembership.JoinAsync(db, story, [keep.Id], cancellation);
        await StoryMembership.LeaveAsync(db, [merged.Id], cancellation);
        await db.Entry(keep).ReloadAsync(cancellation);
        await db.Entry(merged).ReloadAsync(cancellation);
    }

    private static void Mark(Article keep, Article merged, DateTimeOffset now)
    {
        (merged.State, merged.StateReason, merged.MergedInto) = (ArticleState.Merged, null, keep.Id);
        keep.FirstSeenAt = merged.FirstSeenAt < keep.FirstSeenAt ? merged.FirstSeenAt : keep.FirstSeenAt;
        foreach (var article in new[] { keep, merged })
        {
            article.ChangedAt = now;
            article.Version++;
        }
    }

    private static async Task FollowAsync(KioskDb db, FollowingTable table, long keepId, long mergedId, CancellationToken cancellation)
    {
        var sql = table.Way switch
        {
            Following.Move => $"UPDATE {table.Table} SET article_id = {{0}} WHERE article_id = {{1}}",
            Following.Copy => CopySql(db, table),
            Following.Drop => $"DELETE FROM {table.Table} WHERE article_id = {{1}}",
            _ => null,
        };
        if (sql is not null)
            await db.Database.ExecuteSqlRawAsync(sql, [keepId, mergedId], cancellation);
    }

    private static string CopySql(KioskDb db, FollowingTable table)
    {
        var entity = db.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table.Table);
        var columns = entity.GetProperties()
            .Where(property => property.ValueGenerated == ValueGenerated.Never)
            .Select(property => property.GetColumnName())
            .Where(column => column != "article_id");
        var list = string.Join(", ", columns);
        return $"INSERT INTO {table.Table} (article_id, {list}) SELECT {{0}}, {list} FROM {table.Table} WHERE article_id = {{1}} ON CONFLICT {table.Meeting ?? "DO NOTHING"}";
    }
}
