using Kiosk.Data;
using Kiosk.Web.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Subscribing;

/// <summary>How many came and went in a week.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Stopped">No longer mailed because mail does not arrive.</param>
public sealed record SubscriptionWeek(DateOnly Week, int Joined, int Departed, int Stopped)
{
    public int Growth => Joined - Departed - Stopped;

    /// <summary>The last weeks, the newest first, those in which nothing happened too.</summary>
    /// <param name="week">The Monday of the newest.</param>
    public static async Task<IReadOnlyList<SubscriptionWeek>> ReadAsync(KioskDb db, DateOnly week, int weeks, CancellationToken cancellation)
    {
        var from = week.AddDays(-7 * (weeks - 1));
        var days = (await db.SubscriptionDays.AsNoTracking().Where(day => day.Day >= from && day.Day < week.AddDays(7)).ToListAsync(cancellation)).ToLookup(day => DigestCalendar.WeekOf(day.Day));
        return [.. Enumerable.Range(0, weeks).Select(back => week.AddDays(-7 * back)).Select(monday =>
            new SubscriptionWeek(monday, days[monday].Sum(day => day.Joined), days[monday].Sum(day => day.Departed), days[monday].Sum(day => day.Stopped)))];
    }
}
