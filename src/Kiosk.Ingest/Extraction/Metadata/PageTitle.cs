using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>
/// The title. Sources in order of trust: JSON-LD headline, citation_title, Dublin Core, OpenGraph, the heading, Twitter, the title element.
/// Where the heading that readers see is also what another source says, that settles it. Of each, the name of the site is taken off.
/// </summary>
internal static partial class PageTitle
{
    private const int Longest = 500;
    private const int LongestRubric = 30;

    public static string? Of(Page page, string? site)
    {
        var meta = page.Meta;
        var heading = Heading(page);
        var stated = new[]
        {
            page.JsonLd.Text(page.JsonLd.Article, "headline"),
            meta.First("citation_title"),
            meta.First("dcterms:title", "dc:title"),
            meta.First("og:title"),
            meta.First("twitter:title", "title", "parsely-title", "sailthru:title"),
            page.JsonLd.Text(page.JsonLd.Article, "name"),
        }.Select(text => Clean(text, site, page)).OfType<string>().Where(text => !IsSite(text, site)).ToList();
        var bar = Clean(page.Document.Head?.QuerySelector("title")?.TextContent ?? page.Document.QuerySelector("title:not(svg title)")?.TextContent, site, page);
        if (heading is not null && stated.Find(text => Same(text, heading)) is { } agreed)
            return agreed;
        if (stated.Count > 0)
            return WithoutRubric(stated[0], heading);
        return Plain(heading, bar, page);
    }

    private static string? Plain(string? heading, string? bar, Page page)
    {
        if (bar is null)
            return heading;
        if (heading is null)
            return Suffix().Match(bar) is { Success: true } match && match.Groups["title"].Value.Count(char.IsWhiteSpace) >= 3 ? match.Groups["title"].Value.Trim() : bar;
        if (heading.Length >= 8 && bar.Contains(heading, StringComparison.OrdinalIgnoreCase))
            return heading;
        return heading.Length >= 15 && page.Document.QuerySelectorAll("h1").Length == 1 && SharesWords(heading, bar) ? heading : bar;
    }

    private static bool SharesWords(string heading, string bar)
    {
        var words = heading.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var other = bar.ToLowerInvariant();
        return words.Count(word => other.Contains(word, StringComparison.Ordinal)) * 2 >= words.Length;
    }

    /// <summary>The heading of the article; null if the page has none or several that could be.</summary>
    private static string? Heading(Page page)
    {
        var headings = page.Document.QuerySelectorAll("h1").Where(static h1 => h1.Closest("nav, footer, aside, [hidden], dialog") is null).ToList();
        var chosen = headings.FirstOrDefault(static h1 => (h1.GetAttribute("itemprop") ?? "").Contains("headline", StringComparison.OrdinalIgnoreCase))
            ?? headings.FirstOrDefault(static h1 => h1.Closest("article, main, [role=main]") is not null && h1.QuerySelector("a > img") is null)
            ?? headings.FirstOrDefault(static h1 => !string.IsNullOrWhiteSpace(h1.TextContent));
        return Line(chosen?.TextContent);
    }

    private static string? Clean(string? text, string? site, Page page)
    {
        if (Line(text) is not { } title)
            return null;
        for (var round = 0; round < 2; round++)
        {
            var match = Suffix().Match(title);
            if (!match.Success || !IsSite(match.Groups["site"].Value, site) && !IsHost(match.Groups["site"].Value, page.Url))
                break;
            title = match.Groups["title"].Value.Trim();
        }

        var prefix = Prefix().Match(title);
        return prefix.Success && (IsSite(prefix.Groups["site"].Value, site) || IsHost(prefix.Groups["site"].Value, page.Url)) ? prefix.Groups["title"].Value.Trim() : title;
    }

    /// <summary>"LIVE | Kop" and "ECONOMIE: Kop" lose what the heading does not have.</summary>
    private static string WithoutRubric(string title, string? heading) =>
        heading is { Length: >= 12 } && title.Length - heading.Length is > 0 and <= LongestRubric && title.EndsWith(heading, StringComparison.OrdinalIgnoreCase)
            || heading is { Length: >= 12 } && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && Separator().IsMatch(title[heading.Length..])
            ? heading!
            : title;

    private static bool IsSite(string text, string? site) => site is not null && Same(text, site);

    private static bool IsHost(string text, Uri url)
    {
        var host = url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host;
        var name = Letters(text);
        return name.Length >= 2 && (name == Letters(host) || host.Split('.').SkipLast(1).Any(part => Letters(part) == name));
    }

    private static bool Same(string a, string b) => Letters(a) is { Length: > 0 } letters && letters == Letters(b);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string? Line(string? text) => PlainText.Line(text, Longest);

    [GeneratedRegex(@"^(?<title>.{3,}?)\s+(?:[|\u2013\u2014\-\u00b7\u2022\u00bb:/]|::|>)\s+(?<site>[^|\u2013\u2014]{2,60})$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, Patience.Milliseconds)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^(?<site>[^|\u2013\u2014:]{2,60}?)\s*(?:[|\u2013\u2014:\u00b7\u2022\u00bb]|\s-\s|::)\s+(?<title>.{3,})$", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\s*[|\u2013\u2014\-\u00b7\u2022\u00bb]\s", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Separator();
}
