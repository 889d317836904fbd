using System.Globalization;

namespace Kiosk.Web.Reading;

/// <summary>Moments in Dutch words, always on the clock of Europe/Amsterdam.</summary>
public sealed class DutchTime(TimeProvider clock)
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] Days = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    /// <summary>The calendar day in Amsterdam.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    /// <summary><c>20 november 2026</c></summary>
    public static string Date(DateTimeOffset moment) => Date(DayOf(moment));

    /// <summary><c>20 november 2026</c></summary>
    public static string Date(DateOnly day) => $"{day.Day} {Months[day.Month - 1]} {day.Year}";

    /// <summary><c>november 2026</c></summary>
    public static string Month(DateTimeOffset moment) => $"{Months[Local(moment).Month - 1]} {Local(moment).Year}";

    /// <summary><c>vrijdag 20 november 2026</c></summary>
    public static string WeekdayDate(DateOnly day) => $"{Days[(int)day.DayOfWeek]} {Date(day)}";

    /// <summary><c>vrijdag</c></summary>
    public static string Weekday(DayOfWeek day) => Days[(int)day];

    /// <summary>The day of the week with this name; null if there is none.</summary>
    public static DayOfWeek? WeekdayOf(string? name) => Array.IndexOf(Days, name) is >= 0 and var day ? (DayOfWeek)day : null;

    /// <summary><c>di 24 november 2026</c></summary>
    public static string ShortDate(DateOnly day) => $"{Days[(int)day.DayOfWeek][..2]} {Date(day)}";

    /// <summary><c>14.30</c></summary>
    public static string Hour(DateTimeOffset moment) => Local(moment).ToString("H.mm", CultureInfo.InvariantCulture);

    /// <summary><c>14.30 uur</c></summary>
    public static string Clock(DateTimeOffset moment) => Hour(moment) + " uur";

    /// <summary>The first moment of a day in Amsterdam.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Amsterdam.GetUtcOffset(midnight));
    }

    /// <summary>
    /// A time of day in Amsterdam. In the night that the clock goes forward, what it skips comes an hour later; in the night that it goes back, what it
    /// says twice is the first of both.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        if (Amsterdam.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, Amsterdam.IsAmbiguousTime(local) ? Amsterdam.GetAmbiguousTimeOffsets(local).Max() : Amsterdam.GetUtcOffset(local));
    }

    /// <summary><c>20 november 2026, 14.30 uur</c></summary>
    public static string Exact(DateTimeOffset moment) => $"{Date(moment)}, {Clock(moment)}";

    /// <summary>For the <c>datetime</c> attribute: with the offset that Amsterdam had at that moment.</summary>
    public static string Machine(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, Amsterdam).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary><c>vandaag</c>, <c>gisteren</c>, <c>3 dagen geleden</c>; from a week on, and for the future, the date.</summary>
    public string Day(DateTimeOffset moment) => (Today.DayNumber - DayOf(moment).DayNumber) switch
    {
        0 => "vandaag",
        1 => "gisteren",
        > 1 and < 7 and var days => $"{days} dagen geleden",
        _ => Date(moment),
    };

    /// <summary><c>vandaag om 14.30 uur</c>, <c>morgen om 7.00 uur</c>, and outside these days the date with the time.</summary>
    public string Moment(DateTimeOffset moment) => (DayOf(moment).DayNumber - Today.DayNumber) switch
    {
        0 => $"vandaag om {Clock(moment)}",
        -1 => $"gisteren om {Clock(moment)}",
        1 => $"morgen om {Clock(moment)}",
        _ => Exact(moment),
    };

    /// <summary>A greeting that fits the hour: <c>Goedemorgen</c>.</summary>
    public string Greeting() => Local(Now).Hour switch
    {
        < 6 => "Goedenacht",
        < 12 => "Goedemorgen",
        < 18 => "Goedemiddag",
        _ => "Goedenavond",
    };

    private static DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Amsterdam).DateTime;
}
