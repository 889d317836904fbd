using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The first date of publication in the data from which a script builds the page.</summary>
internal static partial class ScriptDate
{
    private const int LongestScript = 1_000_000;

    /// <summary>Null if no script holds one.</summary>
    public static DateTimeOffset? Of(Page page, TimeZoneInfo zone) =>
        page.Document.Scripts.Take(100).Select(static script => script.TextContent).Where(static text => text.Length is > 20 and < LongestScript)
            .SelectMany(static text => Named().Matches(text).Take(5)).Select(match => PageMoment.Of(match.Groups["date"].Value, zone)).FirstOrDefault(static date => date is not null);

    [GeneratedRegex("""\\?"(?:datePublished|date_?published|published_?(?:at|date|time|on)|pub_?date|publish_?(?:ed)?_?date(?:time)?|publication_?date|first_?published?(?:_?(?:at|date))?|display_?date|created_?(?:at|date)|article_?(?:date|pubdate))\\?"\s*:\s*\\?"?(?<date>[\dT:.+\-Z /]{8,35})""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Named();
}
