using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Dates;

/// <summary>ISO 8601 and the W3C profile of it, year first: calendar, ordinal and week dates, extended, compact and
/// shortened, with slashes or dots for dashes too.</summary>
internal static partial class IsoDate
{
    private const string Year = @"(?<y>[0-9]{4})";
    private const string Rest = @"(?:(?:\s*t\s*|\s+|_)(?<h>[0-9]{1,2})(?::?(?<i>[0-9][0-9])(?::?(?<s>[0-9][0-9])(?:[.,](?<f>[0-9]{1,9}))?)?)?\s*"
        + @"(?<zone>z|[+\-\u2212]\s?[0-9]{2}(?::?[0-9]{2}(?::?00)?)?|(?:\s*[a-z]{2,5})|)(?:\s*\[[a-z_/]+\])?)?$";

    public static bool TryParse(string text, TimeZoneInfo assumed, out DateTimeOffset instant)
    {
        instant = default;
        var match = Calendar().Match(text);
        if (!match.Success)
            match = Compact().Match(text);
        if (!match.Success)
            match = Week().Match(text);
        if (!match.Success)
            match = Ordinal().Match(text);
        return match.Success && TryDay(match, out var day) && TryPlace(match, day, assumed, out instant);
    }

    private static bool TryDay(Match match, out DateOnly day)
    {
        day = default;
        var year = CivilTime.FullYear(Number(match, "y"), match.Groups["y"].Length);
        if (year is < 1 or > 9998)
            return false;
        if (match.Groups["w"].Success)
            return TryWeekDay(year, Number(match, "w"), Number(match, "wd", fallback: 1), out day);
        if (match.Groups["o"].Success)
            return TryOrdinal(year, Number(match, "o"), out day);
        var (month, number) = (Number(match, "m", fallback: 1), Number(match, "d", fallback: 1));
        if (month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, number);
        return true;
    }

    private static bool TryWeekDay(int year, int week, int weekday, out DateOnly day)
    {
        day = default;
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year) || weekday is < 1 or > 7)
            return false;
        day = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7)));
        return true;
    }

    private static bool TryOrdinal(int year, int number, out DateOnly day)
    {
        day = default;
        if (number < 1 || number > (DateTime.IsLeapYear(year) ? 366 : 365))
            return false;
        day = new DateOnly(year, 1, 1).AddDays(number - 1);
        return true;
    }

    private static bool TryPlace(Match match, DateOnly day, TimeZoneInfo assumed, out DateTimeOffset instant)
    {
        var civil = new CivilTime(day.Year, day.Month, day.Day, Number(match, "h", 0), Number(match, "i", 0), Number(match, "s", 0),
            ZoneText.Fraction(match.Groups["f"].Value));
        var zone = match.Groups["zone"].Value.Trim();
        return zone.Length == 0 ? civil.TryPlace(assumed, out instant) : ZoneText.TryPlace(civil, zone, out instant);
    }

    private static int Number(Match match, string name, int fallback = 0) => match.Groups[name] is { Success: true } found
        ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : fallback;

    // 2026, 2026-11, 2026-11-20, 26-11-20, 2026/11/20 and, as some programs pad it, 2026-011-20.
    [GeneratedRegex(@"^(?:" + Year + @"(?:[-/.](?<m>0?[0-9]{1,2})(?:[-/.](?<d>[0-9]{1,2}))?)?|-(?<y>[0-9][0-9])-(?<m>[0-9][0-9])|(?<y>[0-9][0-9])-(?<m>[0-9][0-9])-(?<d>[0-9][0-9]))"
        + Rest, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Calendar();

    // 20261120, 20261120T143000, 20261120143000, 261120, and -2611 for a month.
    [GeneratedRegex(@"^(?:" + Year + @"(?<m>[0-9][0-9])(?<d>[0-9][0-9])(?:(?<h>[0-9][0-9])(?<i>[0-9][0-9])(?<s>[0-9][0-9])?)?|(?<y>[0-9][0-9])(?<m>[0-9][0-9])(?<d>[0-9][0-9])|-(?<y>[0-9][0-9])(?<m>[0-9][0-9]))"
        + Rest, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Compact();

    // 2026-W47-5, 2026W475, 2026-W47.
    [GeneratedRegex(@"^" + Year + @"-?w(?<w>[0-9][0-9])(?:-?(?<wd>[0-9]))?" + Rest, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Week();

    // 2026-324, 2026324: the day of the year.
    [GeneratedRegex(@"^" + Year + @"-?(?<o>[0-9]{3})" + Rest, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Ordinal();
}
