using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>Puts down who is to get a letter on a day. Doing it again, or on two nodes at once, adds nothing: a subscriber has one delivery of a week.</summary>
public sealed class DeliveryPlan(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    /// <summary>Plans all letters of a day.</summary>
    /// <param name="dueAt">When they should go out.</param>
    /// <param name="joinedBefore">Who subscribed later waits for the next time.</param>
    /// <returns>The digest of that week.</returns>
    public async Task<Digest> PlanAsync(DateOnly day, DateTimeOffset dueAt, DateTimeOffset joinedBefore, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var digest = await DigestOfAsync(db, DigestCalendar.WeekOf(day), cancellation);
        var (due, now, joined, weekday, date) = (Moment(db, dueAt), Moment(db, time.GetUtcNow()), Moment(db, joinedBefore), Names.Of(day.DayOfWeek), Day(db, day));
        var withMonthly = DigestCalendar.IsDue(Rhythm.Maand, day);
        // One statement on both databases: the subscribers of a big kiosk need not come here and back.
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO deliveries (subscriber_id, digest_id, state, due_at, next_attempt_at, attempts)
            SELECT id, {digest.Id}, 'waiting', {due}, {now}, 0 FROM subscribers
            WHERE consented_at IS NOT NULL AND consented_at <= {joined} AND stopped_at IS NULL AND weekday = {weekday}
                AND (rhythm = 'week' OR {withMonthly}) AND (paused_until IS NULL OR paused_until <= {date})
            ON CONFLICT (subscriber_id, digest_id) DO NOTHING
            """, cancellation);
        return digest;
    }

    /// <summary>
    /// What was due before this does not go any more: it is too late, or this archive was put back from a backup since, and whatever was due by then may have gone out
    /// already before that.
    /// </summary>
    public async Task<DateTimeOffset> OldestAsync(TimeSpan maxLateness, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var oldest = time.GetUtcNow() - maxLateness;
        return await RestoredAsync(db, cancellation) is { } restored && restored > oldest ? restored : oldest;
    }

    /// <summary>When this archive was put back from a backup; null if that never happened.</summary>
    public static async Task<DateTimeOffset?> RestoredAsync(KioskDb db, CancellationToken cancellation)
    {
        var written = await db.ArchiveProperties.Where(property => property.Name == ArchiveProperty.RestoredAt).Select(property => property.Value).SingleOrDefaultAsync(cancellation);
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var restored) ? restored : null;
    }

    /// <summary>The digest of a week, made if it is not there yet.</summary>
    public static async Task<Digest> DigestOfAsync(KioskDb db, DateOnly week, CancellationToken cancellation)
    {
        if (await db.Digests.SingleOrDefaultAsync(digest => digest.Week == week, cancellation) is { } known)
            return known;
        try
        {
            var digest = new Digest { Week = week };
            db.Digests.Add(digest);
            await db.SaveChangesAsync(cancellation);
            return digest;
        }
        catch (DbUpdateException)
        {
            // Somebody else made it at the same moment; if it was something else, the reading below says so.
            db.ChangeTracker.Clear();
            return await db.Digests.SingleAsync(digest => digest.Week == week, cancellation);
        }
    }

    /// <summary>When letters of a day go out.</summary>
    public static DateTimeOffset DueAt(DateOnly day, DigestOptions options) => DutchTime.At(day, options.At);

    private static object Moment(KioskDb db, DateTimeOffset moment) => db.Database.IsSqlite() ? moment.ToUnixTimeMilliseconds() : moment.ToUniversalTime();

    private static object Day(KioskDb db, DateOnly day) => db.Database.IsSqlite() ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day;
}
