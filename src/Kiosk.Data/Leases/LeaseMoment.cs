namespace Kiosk.Data.Leases;

/// <summary>
/// Rows that are claimed by moving the moment at which they are due: it says until when a row is claimed, and by being this very moment also by whom.
/// </summary>
public static class LeaseMoment
{
    /// <summary>The end of a lease that is taken or renewed now. In whole milliseconds, so that every database gives back what it was given.</summary>
    public static DateTimeOffset After(TimeSpan lease, TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() + lease).ToUnixTimeMilliseconds());
}
