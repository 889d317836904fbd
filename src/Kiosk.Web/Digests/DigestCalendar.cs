using System.Globalization;
using Kiosk.Data.Digests;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Digests;

/// <summary>Weeks of the digest, by ISO 8601: they begin on Monday, and the first of a year is the one with its first Thursday.</summary>
public static class DigestCalendar
{
    /// <summary>The days on which letters go out.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The Monday of the week in which a day lies.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>48</summary>
    public static int Number(DateOnly week) => ISOWeek.GetWeekOfYear(week.ToDateTime(TimeOnly.MinValue));

    /// <summary>For addresses: <c>2026-48</c></summary>
    public static string Name(DateOnly week) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(week.ToDateTime(TimeOnly.MinValue)):0000}-{Number(week):00}");

    /// <summary>The Monday of <c>2026-48</c>; null if there is no such week.</summary>
    public static DateOnly? Parse(string? name)
    {
        if (name is not { Length: 7 } || name[4] != '-' || !int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || year is < 2000 or > 9000 || number is < 1 or > 53)
            return null;
        var week = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday));
        return Name(week) == name ? week : null;
    }

    /// <summary>The day of a week on which letters of a weekday go out.</summary>
    public static DateOnly DayOf(DateOnly week, DayOfWeek weekday) => week.AddDays(((int)weekday + 6) % 7);

    /// <summary>Whether letters in a rhythm go out on a day of their weekday: monthly ones the first time in a month.</summary>
    public static bool IsDue(Rhythm rhythm, DateOnly day) => rhythm == Rhythm.Week || day.Day <= 7;

    /// <summary>The first day after a moment on which a letter goes out.</summary>
    /// <param name="hour">At which letters go, on the clock of Amsterdam.</param>
    public static DateOnly NextDay(Rhythm rhythm, DayOfWeek weekday, TimeOnly hour, DateTimeOffset after)
    {
        var day = DutchTime.DayOf(after);
        while (day.DayOfWeek != weekday || !IsDue(rhythm, day) || DutchTime.At(day, hour) <= after)
            day = day.AddDays(1);
        return day;
    }
}
