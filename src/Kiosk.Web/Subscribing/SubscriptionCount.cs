using Kiosk.Data;
using Kiosk.Data.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Subscribing;

/// <summary>Counts who come and go, by day.</summary>
public static class SubscriptionCount
{
    /// <param name="count">Sets what is to be added, on a row of noughts.</param>
    public static async Task AddAsync(KioskDb db, DateOnly day, Action<SubscriptionDay> count, CancellationToken cancellation)
    {
        var more = new SubscriptionDay();
        count(more);
        // One statement, so that two nodes that count at once both count.
        await db.Database.ExecuteSqlRawAsync("""
            INSERT INTO subscription_days (day, asked, joined, departed, stopped) VALUES ({0}, {1}, {2}, {3}, {4})
            ON CONFLICT (day) DO UPDATE SET asked = subscription_days.asked + excluded.asked, joined = subscription_days.joined + excluded.joined,
                departed = subscription_days.departed + excluded.departed, stopped = subscription_days.stopped + excluded.stopped
            """,
            [db.Database.IsSqlite() ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : day, more.Asked, more.Joined, more.Departed, more.Stopped], cancellation);
    }
}
