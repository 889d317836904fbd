using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>How a page means the dates it writes: in which zone, and whether 5/12 is in May or in December. Told by its address and language.</summary>
internal sealed partial class PageCalendar
{
    private readonly bool _isAmerican;
    private readonly (int Year, int Month)? _addressed;

    public PageCalendar(Uri url, string? language)
    {
        Language = language;
        Zone = ZoneOf(url, language);
        _isAmerican = IsAmerican(url, language);
        _addressed = MonthOf(url);
    }

    /// <summary>Of clock times without a zone: Dutch on a Dutch site, else UTC.</summary>
    public TimeZoneInfo Zone { get; }

    public string? Language { get; }

    /// <summary>Whether "a/b/year" has the month first: where only that is possible, else as the month in the address tells, else as Americans write.</summary>
    public bool IsMonthFirst(int a, int b, string separator, int year)
    {
        if (a > 12 || b > 12 || a == b)
            return a <= 12 && b > 12;
        if (_addressed is { } month && month.Year == year && (month.Month == a) != (month.Month == b))
            return month.Month == a;
        return _isAmerican && separator.Trim() is "/";
    }

    /// <summary>1 if the address names the month in which the day falls, -1 if it names another one, 0 if it names none.</summary>
    public int Agreement(DateOnly day) => _addressed is not { } month ? 0 : (day.Year, day.Month) == month ? 1 : -1;

    private static TimeZoneInfo ZoneOf(Uri url, string? language)
    {
        var isDutch = url.Host.EndsWith(".nl", StringComparison.OrdinalIgnoreCase) || language is "nl" or "nl-NL";
        return isDutch && TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out var zone) ? zone : TimeZoneInfo.Utc;
    }

    private static bool IsAmerican(Uri url, string? language)
    {
        var end = url.Host[(url.Host.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return end is "us" or "gov" or "edu" or "mil" or "ph" || end.Length != 2 && language is "en-US" or "en";
    }

    private static (int Year, int Month)? MonthOf(Uri url)
    {
        var match = AddressMonth().Match(url.AbsolutePath);
        return match.Success ? (Number(match.Groups["y"]), Number(match.Groups["m"])) : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/(?<y>20[0-4][0-9])[/\-](?<m>1[0-2]|0?[1-9])(?=[/\-])", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex AddressMonth();
}
