using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Merging;

/// <summary>
/// Makes one source of two. The one that stays gets the articles, the names they are known by, the followers and the address of the other; the other
/// stays in the archive as it was, out of sight and never visited again.
/// </summary>
public static class SourceUnion
{
    /// <summary>Who holds the leases meanwhile, so that no harvest writes in between.</summary>
    private const string Holder = "samenvoegen";

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Joins in one transaction.</summary>
    /// <param name="db">Without a transaction of its own.</param>
    /// <param name="keepId">The source that stays.</param>
    /// <param name="mergedId">The source that goes into it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="recorded">Called in the transaction with how many articles moved, to record the act; null if nobody does.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public static async Task<UnionOutcome> JoinAsync(KioskDb db, int keepId, int mergedId, DateTimeOffset now, Func<int, Task>? recorded = null, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var pair = await db.Sources.AsNoTracking().Where(source => source.Id == keepId || source.Id == mergedId).ToListAsync(cancellation);
        if (keepId == mergedId || pair.Count < 2 || pair.Exists(source => source.MergedInto is not null))
            return UnionOutcome.Impossible;
        if (await ClaimAsync(db, keepId, mergedId, now, cancellation) < 2)
            return UnionOutcome.Busy;
        var moved = await db.Articles.Where(article => article.SourceId == mergedId).ExecuteUpdateAsync(
            set => set.SetProperty(article => article.SourceId, keepId).SetProperty(article => article.ChangedAt, now).SetProperty(article => article.Version, article => article.Version + 1), cancellation);
        foreach (var table in SourceTable.All)
        {
            foreach (var sql in table.Sql)
                await db.Database.ExecuteSqlRawAsync(sql, [keepId, mergedId], cancellation);
        }

        foreach (var sort in new[] { "guid", "text" })
            await CopyNamesAsync(db, sort, keepId, mergedId, cancellation);
        await db.Sources.Where(source => source.MergedInto == mergedId || source.Id == mergedId).ExecuteUpdateAsync(set => set.SetProperty(source => source.MergedInto, keepId), cancellation);
        await ReleaseAsync(db, keepId, mergedId, cancellation);
        if (recorded is not null)
            await recorded(moved);
        await transaction.CommitAsync(cancellation);
        return UnionOutcome.Joined;
    }

    private static Task<int> ClaimAsync(KioskDb db, int keepId, int mergedId, DateTimeOffset now, CancellationToken cancellation) => db.Sources
        .Where(source => (source.Id == keepId || source.Id == mergedId) && (source.LeaseUntil == null || source.LeaseUntil < now))
        .ExecuteUpdateAsync(set => set.SetProperty(source => source.LeaseOwner, Holder).SetProperty(source => source.LeaseUntil, now + Lease), cancellation);

    private static Task<int> ReleaseAsync(KioskDb db, int keepId, int mergedId, CancellationToken cancellation) => db.Sources
        .Where(source => source.Id == keepId || source.Id == mergedId)
        .ExecuteUpdateAsync(set => set.SetProperty(source => source.LeaseOwner, (string?)null).SetProperty(source => source.LeaseUntil, (DateTimeOffset?)null), cancellation);

    /// <summary>Guids mean something within their source only, so each gets the same name within the source that stays: what that one lists again is known.</summary>
    private static Task<int> CopyNamesAsync(KioskDb db, string sort, int keepId, int mergedId, CancellationToken cancellation)
    {
        var (from, to) = (Prefix(sort, mergedId), Prefix(sort, keepId));
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO article_aliases (name, article_id, content_hash)
            SELECT {to} || substr(name, {from.Length + 1}), article_id, content_hash FROM article_aliases WHERE substr(name, 1, {from.Length}) = {from}
            ON CONFLICT DO NOTHING
            """, cancellation);
    }

    private static string Prefix(string sort, int source) => string.Create(CultureInfo.InvariantCulture, $"{sort}:{source}:");
}

/// <summary>What came of joining two sources.</summary>
public enum UnionOutcome
{
    Joined,

    /// <summary>A source cannot be joined with itself, nor with one that is gone.</summary>
    Impossible,

    /// <summary>One of the two is being harvested.</summary>
    Busy,
}
