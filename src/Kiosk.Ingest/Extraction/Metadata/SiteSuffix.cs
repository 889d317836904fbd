using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>Takes the name of the site off a title: "Kop | De Bron", "De Bron: Kop".</summary>
internal static partial class SiteSuffix
{
    private const int MostRounds = 3;
    private const int ShortestPart = 4;

    /// <param name="title">One line.</param>
    /// <param name="site">The name of the site; null if unknown.</param>
    /// <param name="url">Where the page came from: its host may be the name.</param>
    public static string Without(string title, string? site, Uri url)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var match = Suffix().Match(title);
            if (!match.Success || !IsName(match.Groups["site"].Value, site, url))
                break;
            title = match.Groups["title"].Value.Trim();
        }

        var prefix = Prefix().Match(title);
        return prefix.Success && IsName(prefix.Groups["site"].Value, site, url) ? prefix.Groups["title"].Value.Trim() : title;
    }

    /// <summary>Whether a text is the name of the site, or of its host, and nothing more.</summary>
    public static bool IsSite(string text, string? site, Uri url) =>
        Letters(text) is { Length: > 0 } letters && (site is not null && letters == Letters(site) || IsHost(letters, text, url));

    /// <summary>The parts of a title before each of its separators, the longest first.</summary>
    public static IEnumerable<string> Starts(string title) => Separators().Matches(title).Take(6).Select(match => title[..match.Index].Trim()).Where(static start => start.Length > 0).Reverse();

    /// <summary>The parts of a title after each of its separators, the longest first.</summary>
    public static IEnumerable<string> Ends(string title) => Separators().Matches(title).Take(6).Select(match => title[(match.Index + match.Length)..].Trim()).Where(static end => end.Length > 0);

    /// <summary>Letters and digits, in lower case and without accents.</summary>
    public static string Letters(string text) => string.Concat(WrittenDays.Fold(text).Where(char.IsLetterOrDigit));

    private static bool IsName(string text, string? site, Uri url)
    {
        var name = Letters(text);
        if (name.Length < 2)
            return false;
        if (site is not null && IsAbout(name, Letters(site)))
            return true;
        return IsHost(name, text, url);
    }

    private static bool IsHost(string name, string text, Uri url)
    {
        var host = url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host;
        return name == Letters(host) || host.Split('.').SkipLast(1).Select(Letters).Any(part => name == part || part.Length > ShortestPart && text.Count(char.IsWhiteSpace) < 3 && IsAbout(name, part));
    }

    // "Guardian" for The Guardian, "BBC News" for BBC: not much more or less than the name.
    private static bool IsAbout(string name, string site) =>
        name == site || Math.Min(name.Length, site.Length) >= ShortestPart && Math.Max(name.Length, site.Length) <= 2 * Math.Min(name.Length, site.Length)
        && (name.StartsWith(site, StringComparison.Ordinal) || name.EndsWith(site, StringComparison.Ordinal) || site.StartsWith(name, StringComparison.Ordinal) || site.EndsWith(name, StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<title>.{3,}?)(?:\s+(?:[\u2013\u2014\-\u00b7\u2022\u00bb\u00ab\u2039\u203a\u22c6~@:/\\_]|::|>)\s+|\s*\|\s*|\s+[\[(])(?<site>[^|\u2013\u2014\])]{2,60})[\])]?$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, Patience.Milliseconds)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^(?<site>[^|\u2013\u2014:]{2,60}?)(?:\s*(?:[|\u2013\u2014:\u00b7\u2022\u00bb\u22c6]|::)\s+|\s+-\s+)(?<title>.{3,})$", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s+(?:[\u2013\u2014\-\u00b7\u2022\u00bb\u00ab\u22c6~@/_]|::|>|\[|\()\s*|\s*[|_]\s*|:\s+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Separators();
}
