using Kiosk.Data;

namespace Kiosk.Ingest.Harvesting;

/// <summary>When a source is checked again. The schedule is the retry: there is no other.</summary>
public static class Schedule
{
    /// <summary>A source that keeps failing is still tried once a day.</summary>
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromDays(1);

    /// <summary>Validators are sent for this long after the last whole body; some servers answer 304 for ever.</summary>
    public static readonly TimeSpan ValidatorsTrusted = TimeSpan.FromDays(7);

    /// <summary>
    /// The floor that the source has, doubled for each failure in a row, and never sooner than the server asked for.
    /// Up to a tenth is added, fixed per source, so that sources which started together drift apart.
    /// </summary>
    /// <param name="source">The source after this visit was counted in it.</param>
    /// <param name="now">The end of the visit.</param>
    /// <param name="retryAfter">What the server asked for; null if nothing.</param>
    public static DateTimeOffset NextCheck(Source source, DateTimeOffset now, TimeSpan? retryAfter)
    {
        var floor = TimeSpan.FromMinutes(Math.Max(1, source.EveryMinutes));
        var interval = source.FailureCount == 0 ? floor : Min(floor * Math.Pow(2, Math.Min(source.FailureCount, 20)), Max(LongestBackOff, floor));
        interval += interval * (source.Id % 10 / 100.0);
        return now + Max(interval, retryAfter ?? TimeSpan.Zero);
    }

    public static bool TrustsValidators(Source source, DateTimeOffset now) => source.LastBodyAt is { } last && now - last < ValidatorsTrusted;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
