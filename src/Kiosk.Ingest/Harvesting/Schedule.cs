using Kiosk.Data;

namespace Kiosk.Ingest.Harvesting;

/// <summary>When a source is checked again. The schedule is the retry: there is no other. The rules stand in docs/notes/visiting-sources.md.</summary>
public static class Schedule
{
    /// <summary>A source that works is checked at least this often, unless its own floor is longer; and no source may ask for more rest by
    /// max-age, ttl or sy:updatePeriod.</summary>
    public static readonly TimeSpan Ceiling = TimeSpan.FromDays(1);

    /// <summary>However long a source has failed, it is tried at least this often.</summary>
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromDays(30);

    /// <summary>Validators are sent for this long after the last whole body; some servers answer 304 for ever.</summary>
    public static readonly TimeSpan ValidatorsTrusted = TimeSpan.FromDays(7);

    /// <summary>The part of the time that it has failed for, after which a source is tried again: a fourteenth, so from two weeks on less than daily.</summary>
    private const int FailingParts = 14;

    /// <summary>A source is checked twice in the usual time between two changes.</summary>
    private const int ChecksPerChange = 2;

    /// <summary>And once more after a twentieth of the time that it has been silent.</summary>
    private const int SilenceParts = 20;

    /// <summary>How much the last gap counts in the mean of all.</summary>
    private const double WeightOfLast = 0.25;

    /// <summary>The next check. Up to a tenth is added, fixed per source, so that sources which started together drift apart.</summary>
    /// <param name="source">The source after this visit was counted in it.</param>
    /// <param name="now">The end of the visit.</param>
    /// <param name="retryAfter">What the server asked for; null if nothing. It is never sooner.</param>
    /// <param name="freshFor">How long the server says its answer stays right; null if it does not say.</param>
    public static DateTimeOffset NextCheck(Source source, DateTimeOffset now, TimeSpan? retryAfter, TimeSpan? freshFor = null)
    {
        var floor = TimeSpan.FromMinutes(Math.Max(1, source.EveryMinutes));
        var interval = source.FailureCount > 0 ? BackOff(source, now, floor) : Interval(source, now, floor, freshFor);
        return now + Max(interval + (interval * Jitter(source.Id)), retryAfter ?? TimeSpan.Zero);
    }

    /// <summary>Counts a change of the source: the usual gap is a geometric mean, so that one night or one holiday does not hide a daily rhythm.</summary>
    public static void NoteChange(Source source, DateTimeOffset now)
    {
        if (source.ChangedAt is { } last)
        {
            var gap = Math.Max(1, (now - last).TotalMinutes);
            var usual = source.ChangeGapMinutes is { } before ? Math.Exp((Math.Log(before) * (1 - WeightOfLast)) + (Math.Log(gap) * WeightOfLast)) : gap;
            source.ChangeGapMinutes = (int)Math.Clamp(usual, 1, TimeSpan.FromDays(365).TotalMinutes);
        }

        source.ChangedAt = now;
    }

    public static bool TrustsValidators(Source source, DateTimeOffset now) => source.LastBodyAt is { } last && now - last < ValidatorsTrusted;

    private static TimeSpan Interval(Source source, DateTimeOffset now, TimeSpan floor, TimeSpan? freshFor)
    {
        var usual = TimeSpan.FromMinutes((source.ChangeGapMinutes ?? 0) / (double)ChecksPerChange);
        var silence = source.ChangedAt is { } last ? (now - last) / SilenceParts : TimeSpan.Zero;
        var asked = Max(TimeSpan.FromMinutes(source.AskedMinutes ?? 0), freshFor ?? TimeSpan.Zero);
        return Max(floor, Min(Ceiling, Max(asked, Max(usual, silence))));
    }

    /// <summary>Doubled for each failure in a row, up to a day, and ever longer as the failing lasts.</summary>
    private static TimeSpan BackOff(Source source, DateTimeOffset now, TimeSpan floor)
    {
        var longest = Min(LongestBackOff, Max(TimeSpan.FromDays(1), (now - (source.FailingSince ?? now)) / FailingParts));
        return Max(floor, Min(longest, floor * Math.Pow(2, Math.Min(source.FailureCount, 20))));
    }

    /// <summary>From 0 to a tenth; Knuth's multiplicative hash spreads neighbouring ids.</summary>
    private static double Jitter(int id) => unchecked((uint)id * 2654435761u) / (double)uint.MaxValue / 10;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
