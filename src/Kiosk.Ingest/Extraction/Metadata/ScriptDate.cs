using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The first date of publication in the data from which a script builds the page or counts its visitors.</summary>
internal static partial class ScriptDate
{
    private const int LongestScript = 1_000_000;
    private const int MostScripts = 100;
    private const int MostMatches = 20;

    /// <summary>Null if no script holds one. A date of publication comes before one of creation, wherever they stand.</summary>
    public static DateTimeOffset? Of(Page page, PageCalendar calendar) =>
        page.Document.Scripts.Take(MostScripts).Select(static script => script.TextContent).Where(static text => text.Length is > 20 and < LongestScript)
            .SelectMany(static text => Named().Matches(text).Take(MostMatches)).OrderBy(static match => match.Groups["made"].Success ? 1 : 0)
            .Select(match => PageMoment.Of(match.Groups["date"].Value.Trim(), calendar)).FirstOrDefault(static date => date is not null);

    [GeneratedRegex("""(?<![a-zA-Z])(?!un)[a-zA-Z]{0,12}[_.-]?(?:date_?published|publi(?:sh|c)[a-z]{0,6}[_-]?(?:at|date|time|on|dt|ts)[a-z_]{0,8}|published|pub_?(?:date|time)|first_?publi[a-z]{0,6}(?:_?(?:at|date))?|display_?date|posted_?(?:at|on|date)|post_?date|fecha_?publicacion|data_?publicacao|(?<made>created?_?(?:at|on|date|time)|article_?date|date_?created))\\?["']?\s*[:=]\s*\\?["']?(?<date>[0-9]{4}[-/.][0-9][0-9]?[-/.][0-9][0-9]?[0-9T:.+\-Z ]{0,25}|(?:19|20)[0-9]{6}(?:T?[0-9]{4,6}Z?)?(?![0-9])|1[0-9]{9}(?:[0-9]{3})?(?![0-9])|[0-9][0-9]?[./-][0-9][0-9]?[./-]20[0-9][0-9])""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Named();
}
