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
}
