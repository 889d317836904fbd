using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Leases;

/// <summary>
/// Rows that are claimed by moving the moment at which they are due: it says until when a row is claimed, and by being this very moment also by whom.
/// </summary>
public static class LeaseMoment
{
    /// <summary>The end of a lease that is taken or renewed now. In whole milliseconds, so that every database gives back what it was given.</summary>
    public static DateTimeOffset After(TimeSpan lease, TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() + lease).ToUnixTimeMilliseconds());

    /// <summary>Does work under a row that was claimed just now, and keeps it claimed meanwhile.</summary>
    /// <param name="archive">Each renewal has a context of its own.</param>
    /// <param name="lease">How long the claim lasts from each renewal on.</param>
    /// <param name="move">Moves the row to another moment if it still stands at the claimed one; gives how many rows were moved.</param>
    /// <param name="moved">Is told the moment by which the row is claimed from now on.</param>
    /// <param name="work">Is cancelled when the row was lost.</param>
    /// <param name="time">By which leases are counted.</param>
    /// <param name="cancellation">Of who wants the work.</param>
    /// <exception cref="LeaseLostException">Somebody else has the row, or may have it any moment.</exception>
    public static Task<T> HoldAsync<T>(
        IDbContextFactory<KioskDb> archive,
        TimeSpan lease,
        Func<KioskDb, DateTimeOffset, CancellationToken, Task<int>> move,
        Action<DateTimeOffset> moved,
        Func<CancellationToken, Task<T>> work,
        TimeProvider time,
        CancellationToken cancellation) => Heartbeat.DuringAsync(lease, async beat =>
        {
            var until = After(lease, time);
            await using var db = await archive.CreateDbContextAsync(beat);
            if (await move(db, until, beat) == 0)
                return false;
            moved(until);
            return true;
        }, work, time, cancellation);
}
