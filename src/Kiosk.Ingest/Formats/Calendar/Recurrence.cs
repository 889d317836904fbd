using System.Globalization;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>The next time of a repeating event: RRULE (RFC 5545, section 3.3.10) by day, week, month and year, looked up day by day.</summary>
/// <remarks>Rules that repeat within a day, or by week numbers and positions, are read as if that part were absent.</remarks>
internal sealed class Recurrence
{
    private const int DaysAhead = 800;
    private const int DaysCounted = 4_000;
    private const string DayNames = "SUMOTUWETHFRSA";

    private readonly Dictionary<string, string> _parts;
    private readonly DateTime _start;
    private readonly int _interval;
    private readonly List<(DayOfWeek Day, int Ordinal)> _days;
    private readonly HashSet<int> _monthDays;
    private readonly HashSet<int> _months;

    private Recurrence(string rule, DateTime start)
    {
        _parts = rule.Split(';').Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].Trim().ToUpperInvariant()).ToDictionary(group => group.Key, group => group.First()[1].Trim().ToUpperInvariant());
        _start = start;
        _interval = Math.Clamp(Number("INTERVAL") ?? 1, 1, 1_000);
        _days = [.. Values("BYDAY").Select(Day).OfType<(DayOfWeek, int)>()];
        _monthDays = [.. Values("BYMONTHDAY").Select(Whole).OfType<int>()];
        _months = [.. Values("BYMONTH").Select(Whole).OfType<int>()];
    }

    /// <summary>The first time at or after <paramref name="from"/>; the last time, or the start, if the event is over.</summary>
    public static CalendarTime Next(string rule, CalendarTime start, IReadOnlyList<CalendarTime> excluded, DateTimeOffset from)
    {
        var recurrence = new Recurrence(rule, start.Clock);
        var count = recurrence.Number("COUNT");
        var until = recurrence._parts.TryGetValue("UNTIL", out var text) && CalendarTime.TryParse(text, start.Zone, out var end) ? end : (CalendarTime?)null;
        var first = count is null && from.UtcDateTime > start.Clock.AddDays(2) ? start.Clock + TimeSpan.FromDays((int)(from.UtcDateTime - start.Clock).TotalDays - 1) : start.Clock;
        var skipped = excluded.Select(time => time.Clock).ToHashSet();
        var last = start;
        var seen = 0;
        for (var day = 0; day < (count is null ? DaysAhead : DaysCounted); day++)
        {
            var time = start with { Clock = first.AddDays(day) };
            if ((until is { } final && (final.IsDay ? time.Clock.Date > final.Clock.Date : time.Instant > final.Instant)) || (count is { } most && seen >= most))
                return last;
            if (time.Clock != start.Clock && !recurrence.Falls(time.Clock))
                continue;
            seen++;
            if (skipped.Contains(time.Clock))
                continue;
            last = time;
            if (time.Instant >= from)
                return time;
        }
        return last;
    }

    private bool Falls(DateTime day)
    {
        if (_months.Count > 0 && !_months.Contains(day.Month))
            return false;
        var months = ((day.Year - _start.Year) * 12) + day.Month - _start.Month;
        return _parts.GetValueOrDefault("FREQ") switch
        {
            "DAILY" => (day.Date - _start.Date).Days % _interval == 0 && IsNamedDay(day),
            "WEEKLY" => (Monday(day) - Monday(_start)).Days / 7 % _interval == 0 && (_days.Count > 0 ? IsNamedDay(day) : day.DayOfWeek == _start.DayOfWeek),
            "MONTHLY" => months % _interval == 0 && IsDayOfMonth(day),
            "YEARLY" => (day.Year - _start.Year) % _interval == 0 && (_months.Count > 0 || day.Month == _start.Month) && IsDayOfMonth(day),
            _ => false,
        };
    }

    private bool IsDayOfMonth(DateTime day)
    {
        var length = DateTime.DaysInMonth(day.Year, day.Month);
        if (_monthDays.Count > 0)
            return _monthDays.Contains(day.Day) || _monthDays.Contains(day.Day - length - 1);
        if (_days.Count == 0)
            return day.Day == _start.Day;
        var (fromFront, fromBack) = (((day.Day - 1) / 7) + 1, -(((length - day.Day) / 7) + 1));
        return _days.Exists(named => named.Day == day.DayOfWeek && (named.Ordinal == 0 || named.Ordinal == fromFront || named.Ordinal == fromBack));
    }

    private bool IsNamedDay(DateTime day) => _days.Count == 0 || _days.Exists(named => named.Day == day.DayOfWeek);

    private static DateTime Monday(DateTime day) => day.Date.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private IEnumerable<string> Values(string name) => (_parts.GetValueOrDefault(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(100);

    private int? Number(string name) => Whole(_parts.GetValueOrDefault(name) ?? "");

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // "TU", "2TU" (the second), "-1FR" (the last).
    private static (DayOfWeek, int)? Day(string text)
    {
        var day = text.Length < 2 ? -1 : DayNames.IndexOf(text[^2..], StringComparison.Ordinal);
        return day < 0 || day % 2 == 1 ? null : ((DayOfWeek)(day / 2), text.Length == 2 ? 0 : Whole(text[..^2]) ?? 0);
    }
}
