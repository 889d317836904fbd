using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Changes;

/// <summary>
/// The change feed: which articles changed, in an order in which no latecomer can slip in behind a follower. Triggers write it,
/// in the transaction of the change itself, whatever code made that change.
/// </summary>
/// <remarks>
/// SQLite has one writer, so its sequence is the order of commit. On PostgreSQL a sequence number is given out before the
/// commit, so a slow transaction may commit a lower number later. There each row carries its transaction id, and only rows of
/// transactions older than every running one (<c>pg_snapshot_xmin</c>) are read: those are all committed or gone.
/// </remarks>
public static class ChangeFeed
{
    /// <summary>The changes after a position, from at most <paramref name="limit"/> lines of the feed.</summary>
    public static async Task<ChangeBatch> ReadAsync(KioskDb db, ChangePosition after, int limit, CancellationToken cancellation = default)
    {
        if (await HasGapAsync(db, after, cancellation))
            return new ChangeBatch([], after, Gap: true);
        var changes = await (await AfterAsync(db, after, cancellation)).Take(limit).ToListAsync(cancellation);
        return changes.Count == 0
            ? new ChangeBatch([], after)
            : new ChangeBatch([.. changes.Select(change => change.ArticleId).Distinct()], PositionOf(changes[^1]));
    }

    /// <summary>
    /// A position from which a follower that copies all articles afterwards misses nothing: take it first, then copy, then follow.
    /// </summary>
    public static async Task<ChangePosition> EndAsync(KioskDb db, CancellationToken cancellation = default) =>
        db.Database.IsSqlite()
            ? new ChangePosition(0, await LastSqliteSequenceAsync(db, cancellation))
            : new ChangePosition(await HorizonAsync(db, cancellation) - 1, long.MaxValue);

    /// <summary>Drops all but about the newest <paramref name="keep"/> lines. A follower that is further behind starts anew.</summary>
    /// <returns>How many lines were dropped.</returns>
    public static async Task<int> TrimAsync(KioskDb db, int keep, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var dropped = db.Database.IsNpgsql() ? await DropOfAnotherServerAsync(db, cancellation) : 0;
        var horizon = await HorizonAsync(db, cancellation);
        var newestToDrop = await db.ArticleChanges.AsNoTracking()
            .OrderByDescending(change => change.TransactionId).ThenByDescending(change => change.Sequence)
            .Skip(keep)
            .FirstOrDefaultAsync(change => change.TransactionId < horizon, cancellation);
        if (newestToDrop is null)
        {
            await transaction.CommitAsync(cancellation);
            return dropped;
        }

        var edge = PositionOf(newestToDrop);
        await db.ArchiveProperties.Where(property => property.Name == ArchiveProperty.ChangesTrimmedTo).ExecuteDeleteAsync(cancellation);
        db.ArchiveProperties.Add(new ArchiveProperty { Name = ArchiveProperty.ChangesTrimmedTo, Value = edge.ToString() });
        await db.SaveChangesAsync(cancellation);
        dropped += await db.ArticleChanges
            .Where(change => change.TransactionId < edge.Transaction || (change.TransactionId == edge.Transaction && change.Sequence <= edge.Sequence))
            .ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return dropped;
    }

    /// <summary>Nobody would come to these lines (see <see cref="NextTransactionAsync"/>), and they would pass for the newest.</summary>
    /// <remarks>In one statement, and so by one snapshot: no line that it sees was written by a transaction that is yet to come.</remarks>
    private static Task<int> DropOfAnotherServerAsync(KioskDb db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM article_changes WHERE transaction_id >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint", cancellation);

    /// <summary>
    /// In order. On SQLite all lines have one transaction, so that only the sequence tells them apart: asked for both, it would read the whole feed each
    /// time to find that nothing came.
    /// </summary>
    private static async Task<IQueryable<ArticleChange>> AfterAsync(KioskDb db, ChangePosition after, CancellationToken cancellation)
    {
        if (db.Database.IsSqlite())
            return db.ArticleChanges.AsNoTracking().Where(change => change.Sequence > after.Sequence).OrderBy(change => change.Sequence);
        var horizon = await HorizonAsync(db, cancellation);
        return db.ArticleChanges.AsNoTracking()
            .Where(change => change.TransactionId >= after.Transaction && change.TransactionId < horizon)
            .Where(change => change.TransactionId > after.Transaction || change.Sequence > after.Sequence)
            .OrderBy(change => change.TransactionId).ThenBy(change => change.Sequence);
    }

    private static ChangePosition PositionOf(ArticleChange change) => new(change.TransactionId, change.Sequence);

    /// <summary>A follower is lost if lines behind it were trimmed, or if it is ahead of the feed (an older archive was put back).</summary>
    private static async Task<bool> HasGapAsync(KioskDb db, ChangePosition after, CancellationToken cancellation)
    {
        var trimmed = await db.ArchiveProperties
            .Where(property => property.Name == ArchiveProperty.ChangesTrimmedTo)
            .Select(property => property.Value)
            .FirstOrDefaultAsync(cancellation);
        var edge = trimmed is null ? default : ChangePosition.Parse(trimmed);
        if (db.Database.IsSqlite())
            return after < edge || after.Sequence > await LastSqliteSequenceAsync(db, cancellation);
        var next = await NextTransactionAsync(db, cancellation);
        return after.Transaction >= next || (after < edge && edge.Transaction < next);
    }

    /// <summary>
    /// No transaction has come to this yet. What carries it or a higher one was written by another server, of which a dump was put back in this one: each server counts
    /// its own transactions.
    /// </summary>
    private static Task<long> NextTransactionAsync(KioskDb db, CancellationToken cancellation) =>
        db.Database.SqlQuery<long>($"""SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS "Value" """).SingleAsync(cancellation);

    /// <summary>Every transaction below this has ended.</summary>
    private static async Task<long> HorizonAsync(KioskDb db, CancellationToken cancellation) =>
        db.Database.IsSqlite()
            ? long.MaxValue
            : await db.Database.SqlQuery<long>($"""SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "Value" """).SingleAsync(cancellation);

    private static Task<long> LastSqliteSequenceAsync(KioskDb db, CancellationToken cancellation) =>
        db.Database.SqlQuery<long>($"""SELECT COALESCE(MAX(seq), 0) AS "Value" FROM sqlite_sequence WHERE name = 'article_changes'""").SingleAsync(cancellation);
}
