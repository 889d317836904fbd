using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>The date that stands on the first page.</summary>
internal static partial class ReportDate
{
    private const int MostDates = 20;
    private const int LongestStart = 10_000;

    /// <summary>The first full date in words or figures; else the first month with a year; null if there is neither.</summary>
    public static DateTimeOffset? Of(string firstPage)
    {
        var start = firstPage[..Math.Min(firstPage.Length, LongestStart)];
        return First(Day().Matches(start)) ?? First(Month().Matches(start));
    }

    private static DateTimeOffset? First(MatchCollection found)
    {
        foreach (var match in found.Take(MostDates))
        {
            if (DateText.TryParse(Spaces().Replace(match.Value, " "), out var date))
                return date;
        }

        return null;
    }

    [GeneratedRegex(@"\b([0-3]?[0-9]\s+[a-z]{3,9}\s+(19|20)[0-9][0-9]|(19|20)[0-9][0-9]-[01][0-9]-[0-3][0-9]|[0-3]?[0-9]-[01]?[0-9]-(19|20)[0-9][0-9])\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october)\s+(19|20)[0-9][0-9]\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Month();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Spaces();
}
