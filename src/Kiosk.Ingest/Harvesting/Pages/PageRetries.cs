namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>When a page that could not be read is tried again. Five times in all, over four and a half days; then it is given up.</summary>
public static class PageRetries
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(3)];

    public static readonly int Most = Waits.Length + 1;

    /// <summary>How long to wait after this many attempts; null if it is given up. Never sooner than the server asks.</summary>
    public static TimeSpan? WaitAfter(int attempts, TimeSpan? retryAfter) =>
        attempts >= Most ? null : retryAfter > Waits[attempts - 1] ? retryAfter : Waits[attempts - 1];
}
