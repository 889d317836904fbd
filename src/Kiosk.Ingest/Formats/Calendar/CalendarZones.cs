using Kiosk.Ingest.Formats.Dates;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>The zones that a calendar names. Times without one are Amsterdam's: a Dutch calendar means Dutch clocks.</summary>
internal sealed class CalendarZones
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>From UTC, as far as any clock on earth, and as .NET takes.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromHours(14);

    private readonly Dictionary<string, TimeZoneInfo> _declared = [];
    private readonly Dictionary<string, TimeZoneInfo> _known = [];

    public static CalendarZones In(IReadOnlyList<ContentLine> lines)
    {
        var zones = new CalendarZones();
        string? name = null;
        var isStandard = false;
        foreach (var line in lines)
        {
            if (line.IsBegin("VTIMEZONE"))
                (name, isStandard) = (null, false);
            else if (line.Name == "TZID")
                name = line.Value;
            else if (line.Name is "BEGIN" or "END")
                isStandard = line.IsBegin("STANDARD");
            else if (isStandard && line.Name == "TZOFFSETTO" && name is not null && ZoneText.TryOffset(line.Value, out var offset) && offset.Duration() <= Farthest)
                zones._declared[name] = Standard(name, offset);
        }
        return zones;
    }

    /// <summary>The moment in a line; null if there is none that can be read.</summary>
    public CalendarTime? Time(ContentLine? line) =>
        line is not null && CalendarTime.TryParse(line.Value, Zone(line.Parameter("TZID")), out var time) ? time : null;

    /// <summary>The moments in a line that lists several.</summary>
    public IEnumerable<CalendarTime> Times(ContentLine line)
    {
        foreach (var text in line.Value.Split(','))
            if (CalendarTime.TryParse(text.Trim(), Zone(line.Parameter("TZID")), out var time))
                yield return time;
    }

    private TimeZoneInfo Zone(string? name)
    {
        if (name is null)
            return Amsterdam;
        if (!_known.TryGetValue(name, out var zone))
            _known[name] = zone = Found(name) ?? _declared.GetValueOrDefault(name, Amsterdam);
        return zone;
    }

    // "Europe/Amsterdam", "W. Europe Standard Time", "/citadel.org/20211207_1/Europe/Amsterdam".
    private static TimeZoneInfo? Found(string name)
    {
        if (name.Length > 100)
            return null;
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var path = parts.Length >= 2 ? $"{parts[^2]}/{parts[^1]}" : name;
        return TimeZoneInfo.TryFindSystemTimeZoneById(path, out var zone) ? zone : null;
    }

    // A zone of the calendar's own making: with our winter time it is ours, else it is taken without summer time.
    private static TimeZoneInfo Standard(string name, TimeSpan offset) =>
        offset == Amsterdam.BaseUtcOffset ? Amsterdam : TimeZoneInfo.CreateCustomTimeZone(name, new TimeSpan(offset.Hours, offset.Minutes, 0), name, name);
}
