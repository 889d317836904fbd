using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>
/// The title. Sources in order of trust: JSON-LD headline, citation_title, Dublin Core, OpenGraph, Twitter, the heading, the title element.
/// Where the heading that readers see is also what another source says, that settles it. Of each, the name of the site is taken off.
/// </summary>
internal sealed partial class PageTitle
{
    private const int Longest = 500;
    private const int LongestRubric = 30;

    private readonly Page _page;
    private readonly string? _site;
    private readonly IReadOnlyList<string> _headings;
    private readonly List<(string Origin, string Title)> _stated;
    private readonly string? _bar;

    private PageTitle(Page page, string? site)
    {
        _page = page;
        _site = site;
        _headings = [.. PageHeading.Texts(_page).Select(text => SiteSuffix.Without(text, _site, _page.Url))];
        _stated = [.. Stated()];
        _bar = Clean(_page.Document.Head?.QuerySelector("title")?.TextContent ?? _page.Document.QuerySelector("title:not(svg title)")?.TextContent);
    }

    /// <summary>Null if the page has none.</summary>
    public static string? Of(Page page, string? site)
    {
        var titles = new PageTitle(page, site);
        var (origin, title) = titles.Choose();
        page.Why.Add("title", origin, title);
        foreach (var other in titles._stated.Where(other => other.Title != title))
            page.Why.Add("title", "niet gekozen: " + other.Origin, other.Title);
        return title;
    }

    private string? Heading => _headings.Count > 0 ? _headings[0] : null;

    private (string Origin, string? Title) Choose()
    {
        if (_stated.FirstOrDefault(candidate => _headings.Any(heading => Same(candidate.Title, heading))) is { Title: not null } agreed)
            return (agreed.Origin + ", en de kop zegt hetzelfde", agreed.Title);
        if (_stated.Count == 0 || IsGeneral())
            return Shown();
        var (origin, first) = _stated[0];
        return WithoutRubric(first) is var title && title == first ? (origin, first) : (origin + ", zoals in de kop", title);
    }

    private IEnumerable<(string Origin, string Title)> Stated()
    {
        var (meta, ld) = (_page.Meta, _page.JsonLd);
        foreach (var (origin, text) in new[]
        {
            ("JSON-LD headline", ld.Text(ld.Article, "headline")),
            ("citation_title", meta.First("citation_title")),
            ("Dublin Core title", meta.First("dcterms:title", "dc:title")),
            ("og:title", meta.First("og:title")),
            ("twitter:title", meta.First("twitter:title", "title", "parsely-title", "sailthru:title")),
            ("JSON-LD name", ld.Text(ld.Article, "name")),
        })
        {
            if (Clean(text) is { } title && !SiteSuffix.IsSite(title, _site, _page.Url))
                yield return (origin, title);
        }
    }

    /// <summary>Whether what is stated is about the site: the title element says what the heading says, and nothing stated looks like either.</summary>
    private bool IsGeneral() =>
        Heading is { Length: >= 15 } heading && _bar is not null && _bar.Contains(heading, StringComparison.OrdinalIgnoreCase) && _stated.TrueForAll(candidate => !SharesWords(candidate.Title, heading));

    private (string Origin, string? Title) Shown()
    {
        if (_bar is null)
            return ("de kop", Heading);
        if (Heading is { } heading && heading.Length >= 8 && _bar.Contains(heading, StringComparison.OrdinalIgnoreCase))
            return ("de kop", heading);
        if (Headed() is { } part)
            return ("het deel van het title-element dat een kop ook zegt", part);
        if (Heading is { Length: >= 15 } only && _page.Document.QuerySelectorAll("h1").Length == 1 && SharesWords(only, _bar))
            return ("de kop", only);
        if (Heading is null && SiteSuffix.Starts(_bar).FirstOrDefault() is { } beginning && beginning.Count(char.IsWhiteSpace) >= 3)
            return ("het begin van het title-element", beginning);
        return ("het title-element", _bar);
    }

    /// <summary>The beginning of the title element, or else its end, that is also a heading of whatever level.</summary>
    private string? Headed()
    {
        var shown = _page.Document.QuerySelectorAll("h1, h2, h3").Take(60).Select(static heading => SiteSuffix.Letters(heading.TextContent.Length > Longest ? "" : heading.TextContent)).ToHashSet();
        return SiteSuffix.Starts(_bar!).Concat(SiteSuffix.Ends(_bar!)).FirstOrDefault(part => part.Length >= 8 && shown.Contains(SiteSuffix.Letters(part)));
    }

    private static bool SharesWords(string heading, string bar)
    {
        var words = heading.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var other = bar.ToLowerInvariant();
        return words.Count(word => other.Contains(word, StringComparison.Ordinal)) * 2 >= words.Length;
    }

    private string? Clean(string? text) => PlainText.Line(text, Longest) is { } title ? SiteSuffix.Without(title, _site, _page.Url) : null;

    /// <summary>"LIVE | Kop" and "ECONOMIE: Kop" lose what the heading does not have.</summary>
    private string WithoutRubric(string title)
    {
        if (Heading is not { Length: >= 12 } heading || title.Length <= heading.Length)
            return title;
        var isRubric = title.Length - heading.Length <= LongestRubric && title.EndsWith(heading, StringComparison.OrdinalIgnoreCase);
        return isRubric || title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && Separator().IsMatch(title[heading.Length..]) ? heading : title;
    }

    private static bool Same(string a, string b) => SiteSuffix.Letters(a) is { Length: > 0 } letters && letters == SiteSuffix.Letters(b);

    [GeneratedRegex(@"^\s*[|\u2013\u2014\-\u00b7\u2022\u00bb]\s", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Separator();
}
