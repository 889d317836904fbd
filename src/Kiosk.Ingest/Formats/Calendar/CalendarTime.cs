using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>A time on the clock of a zone, or a whole day there.</summary>
internal readonly partial record struct CalendarTime(DateTime Clock, TimeZoneInfo Zone, bool IsDay)
{
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(400);

    /// <summary>A time that comes twice, when the clock goes back, is the first of the two; one that the clock jumps over counts on from before the jump (RFC 5545, section 3.3.5).</summary>
    public DateTimeOffset Instant => new(Clock - (Zone.IsAmbiguousTime(Clock) ? Zone.GetAmbiguousTimeOffsets(Clock).Max() : Zone.GetUtcOffset(Clock)), TimeSpan.Zero);

    /// <summary>The moment this long after. Days are counted on the calendar: one may last 23 or 25 hours.</summary>
    public DateTimeOffset After(TimeSpan length) => IsDay ? (this with { Clock = Clock + length }).Instant : Instant + length;

    /// <summary>The first moment of the next day in Amsterdam.</summary>
    public static DateTimeOffset NextDay(DateTimeOffset moment)
    {
        var amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        return new CalendarTime(TimeZoneInfo.ConvertTime(moment, amsterdam).Date.AddDays(1), amsterdam, IsDay: true).Instant;
    }

    /// <summary>Reads <c>20261120</c>, <c>20261120T140000</c> and <c>20261120T130000Z</c>.</summary>
    public static bool TryParse(string text, TimeZoneInfo zone, out CalendarTime time)
    {
        var isDay = text.Length == 8;
        var isUtc = text.EndsWith('Z');
        var read = DateTime.TryParseExact(isUtc ? text[..^1] : text, isDay ? "yyyyMMdd" : "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock);
        time = new CalendarTime(clock, isUtc ? TimeZoneInfo.Utc : zone, isDay);
        // Far from the ends of the calendar, so that no offset and no repetition can pass them.
        return read && clock.Year is > 1800 and < 2400;
    }

    /// <summary>Reads <c>PT1H30M</c>, <c>P1D</c>, <c>P2W</c>; none longer than a year or so, none below zero.</summary>
    public static bool TryDuration(string text, out TimeSpan length)
    {
        length = default;
        if (Duration().Match(text) is not { Success: true } match)
            return false;
        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        length = new TimeSpan((Part("w") * 7) + Part("d"), Part("h"), Part("m"), Part("s"));
        return length <= LongestDuration;
    }

    [GeneratedRegex(@"^\+?P(?:(?<w>[0-9]{1,4})W)?(?:(?<d>[0-9]{1,4})D)?(?:T(?:(?<h>[0-9]{1,5})H)?(?:(?<m>[0-9]{1,6})M)?(?:(?<s>[0-9]{1,7})S)?)?$", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Duration();
}
