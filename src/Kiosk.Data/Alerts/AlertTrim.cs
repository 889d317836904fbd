using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Alerts;

/// <summary>An alert that was thrown away can be put back for <see cref="Keeps"/>; after that it goes for good, with what it found.</summary>
public static class AlertTrim
{
    public static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    public static async Task RunAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var before = now - Keeps;
        await db.Alerts.Where(alert => alert.RemovedAt < before).ExecuteDeleteAsync(cancellation);
    }
}
