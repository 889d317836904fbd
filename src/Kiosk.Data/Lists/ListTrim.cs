using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Lists;

/// <summary>What was thrown away can be put back for <see cref="Keeps"/>; after that it goes for good.</summary>
public static class ListTrim
{
    public static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    public static async Task RunAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var before = now - Keeps;
        await db.ListEntries.Where(entry => entry.RemovedAt < before).ExecuteDeleteAsync(cancellation);
        await db.ReadingLists.Where(list => list.RemovedAt < before).ExecuteDeleteAsync(cancellation);
    }
}
