using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Dates;

/// <summary>Zones as dates name them: an offset, an abbreviation, or a name of the time zone database.</summary>
internal static partial class ZoneText
{
    private static readonly FrozenDictionary<string, double> Hours = new (double Hours, string Names)[]
    {
        (0, "z ut utc gmt wet zulu"), (1, "cet met mez bst west wat wintertijd"), (2, "cest mest mesz eet cat sast zomertijd"),
        (3, "eest msk trt eat"), (4, "msd gst"), (5, "pkt"), (5.5, "ist"), (7, "ict wib"), (8, "hkt sgt awst"), (9, "jst kst"), (9.5, "acst"),
        (10, "aest"), (10.5, "acdt"), (11, "aedt"), (12, "nzst"), (13, "nzdt"), (-2.5, "ndt"), (-3, "brt art adt"), (-3.5, "nst"),
        (-4, "ast edt"), (-5, "est cdt"), (-6, "cst mdt"), (-7, "mst pdt"), (-8, "pst akdt"), (-9, "akst"), (-10, "hst"),
    }.SelectMany(zone => zone.Names.Split(' ').Select(name => (name, zone.Hours)))
        .ToFrozenDictionary(zone => zone.name, zone => zone.Hours, StringComparer.OrdinalIgnoreCase);

    // Names that follow their place through summer and winter.
    private static readonly FrozenDictionary<string, string> Places = new[]
    {
        ("at", "America/Halifax"), ("et", "America/New_York"), ("ct", "America/Chicago"), ("mt", "America/Denver"), ("pt", "America/Los_Angeles"),
    }.ToFrozenDictionary(place => place.Item1, place => place.Item2, StringComparer.OrdinalIgnoreCase);

    public static bool IsName(string text) => Hours.ContainsKey(text) || Places.ContainsKey(text);

    /// <summary>Places a time in a zone written as +01:00, +0100, +01, -700, CET, ET or Europe/Amsterdam.</summary>
    public static bool TryPlace(CivilTime civil, string zone, out DateTimeOffset instant)
    {
        instant = default;
        if (TryOffset(zone, out var offset))
            return civil.TryPlace(offset, out instant);
        if (Hours.TryGetValue(zone, out var hours))
            return civil.TryPlace(TimeSpan.FromHours(hours), out instant);
        var place = Places.GetValueOrDefault(zone, zone);
        return place.Contains('/', StringComparison.Ordinal)
            && (TimeZoneInfo.TryFindSystemTimeZoneById(place, out var found) || TimeZoneInfo.TryFindSystemTimeZoneById(InCapitals(place), out found))
            && civil.TryPlace(found, out instant);
    }

    /// <summary>The text without a zone at its end that nobody here knows: a time in it is read as one that names none.</summary>
    public static string WithoutUnknown(string text)
    {
        var zone = AfterTime().Match(text);
        return zone.Success && zone.Value.ToLowerInvariant() is var name && !IsName(name) && !DateWords.IsNoise(name) && DateWords.Month(name) == 0
            ? text[..zone.Index].TrimEnd()
            : text;
    }

    public static bool TryOffset(string text, out TimeSpan offset)
    {
        offset = default;
        if (text.Length < 2 || text[0] is not ('+' or '-' or '\u2212'))
            return false;
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal).Trim();
        if (digits.Length is < 1 or > 6 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        if (digits.Length > 4)
            number /= 100;
        var (hours, minutes) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '+' ? 1 : -1);
        return hours <= 14 && minutes < 60;
    }

    /// <summary>The ticks of "25" in 14:30:00.25.</summary>
    public static int Fraction(string digits) => digits.Length == 0
        ? 0
        : int.Parse(digits.PadRight(7, '0').AsSpan(0, 7), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>
    /// "america/port_of_spain" as the database writes it: America/Port_of_Spain. The system looks for a file of that name, and finds one in other letters only if it was asked for it before.
    /// </summary>
    private static string InCapitals(string place) =>
        Word().Replace(place.ToLowerInvariant(), static word => word.Value switch
        {
            "of" or "es" or "au" => word.Value,
            "gmt" or "utc" => word.Value.ToUpperInvariant(),
            var name => char.ToUpperInvariant(name[0]) + name[1..],
        });

    [GeneratedRegex(@"(?<=:[0-9][0-9](?:\.[0-9]{1,9})?\s{1,3})[A-Z]{3,5}$", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex AfterTime();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Word();
}
