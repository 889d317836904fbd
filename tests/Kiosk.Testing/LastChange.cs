using Kiosk.Data;
using Kiosk.Data.Changes;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Testing;

/// <summary>Where a follower of the change feed is when it has seen everything.</summary>
public static class LastChange
{
    /// <summary>The position of the last change, be it open to followers already or not; the lowest if there is none.</summary>
    public static async Task<ChangePosition> OfAsync(KioskDb db) =>
        await db.ArticleChanges.AsNoTracking().OrderByDescending(change => change.TransactionId).ThenByDescending(change => change.Sequence)
            .Select(change => new { change.TransactionId, change.Sequence }).FirstOrDefaultAsync() is { } last
            ? new ChangePosition(last.TransactionId, last.Sequence)
            : default;

    /// <summary>Runs a follower until it has seen all that changed so far.</summary>
    /// <param name="follower">One of <see cref="FollowedTo.All"/>; one that keeps no place yet has nothing to look for.</param>
    public static async Task FollowAsync(KioskDb db, string follower, Func<Task> run)
    {
        var end = await OfAsync(db);
        await Eventually.GetAsync(async () =>
        {
            await run();
            return await FollowedTo.ReadAsync(db, follower) is { } kept ? ChangePosition.Parse(kept) : end;
        }, reached => reached >= end);
    }
}
