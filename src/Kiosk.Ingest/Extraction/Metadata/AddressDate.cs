using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The date in an address such as <c>/2026/11/20/titel</c>, <c>/2026/nov/20/titel</c>, <c>/nieuws/2026-11-20-titel</c> or <c>/nieuws/20-11-2026-titel</c>.</summary>
internal static partial class AddressDate
{
    /// <summary>Midnight UTC of that day; null if the address holds no whole date.</summary>
    public static DateTimeOffset? Of(Uri url)
    {
        foreach (Match match in Pattern().Matches(url.AbsolutePath))
        {
            var month = match.Groups["name"] is { Success: true } name ? MonthNames.Of(name.Value.ToLowerInvariant(), language: null) : Number(match.Groups["m"]);
            var (year, day) = (Number(match.Groups["y"]), Number(match.Groups["d"]));
            if (month is >= 1 and <= 12 && day <= DateTime.DaysInMonth(year, month))
                return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);
        }

        return null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Year = @"(?<y>(?:199|20[0-4])[0-9])";
    private const string Month = "(?<m>1[0-2]|0?[1-9])";
    private const string Day = @"(?<d>3[01]|[12][0-9]|0?[1-9])";

    [GeneratedRegex($@"(?<![0-9])(?:{Year}(?:(?<s>[/\-_.]){Month}\k<s>{Day}|/(?<name>[a-z]{{3,9}})/{Day}|(?<m>1[0-2]|0[1-9])(?<d>3[01]|[12][0-9]|0[1-9]))|{Day}-{Month}-{Year})(?![0-9])", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Pattern();
}
