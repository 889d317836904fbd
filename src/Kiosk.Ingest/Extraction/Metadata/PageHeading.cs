using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Text;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The heading of the article.</summary>
internal static class PageHeading
{
    private const int Longest = 500;
    private const int ShortestPart = 15;

    private const string Elsewhere = "nav, footer, aside, [hidden], dialog";
    private const string Named = ".entry-title, .post-title, .article-title, h2[itemprop~=headline], h2[itemprop~=name], h3[itemprop~=name]";

    /// <summary>The h1 that is marked as the headline, else the first that stands in the article, else the first that has text; on sites that
    /// keep the h1 for their own name, the heading that is called the title. Null if there is none.</summary>
    public static IElement? Of(Page page)
    {
        var headings = page.Document.QuerySelectorAll("h1").Where(h1 => IsShown(h1) && !IsHome(h1, page)).ToList();
        return headings.FirstOrDefault(static h1 => (h1.GetAttribute("itemprop") ?? "").Contains("headline", StringComparison.OrdinalIgnoreCase))
            ?? headings.FirstOrDefault(static h1 => h1.Closest("article, main, [role=main]") is not null && h1.QuerySelector("a > img") is null)
            ?? headings.FirstOrDefault()
            ?? Called(page);
    }

    /// <summary>
    /// Its text, then that of each part that could be the title by itself, where a kicker stands before it, and last that of the heading that is called the
    /// title, where the h1 is another; empty if there is no heading.
    /// </summary>
    public static IReadOnlyList<string> Texts(Page page)
    {
        if (Of(page) is not { } heading || PlainText.Line(Joined(heading), Longest) is not { } whole)
            return [];
        var parts = heading.QuerySelectorAll("*").Take(20).Select(static part => PlainText.Line(Joined(part), Longest)).OfType<string>().Where(static text => text.Length >= ShortestPart);
        return Called(page) is { } called && called != heading && PlainText.Line(Joined(called), Longest) is { } text ? [whole, .. parts, text] : [whole, .. parts];
    }

    /// <summary>The only heading of the page that is called the title; null if there is none, or more.</summary>
    private static IElement? Called(Page page) => page.Document.QuerySelectorAll(Named).Where(IsShown).Take(2).ToList() is [var only] ? only : null;

    private static bool IsShown(IElement heading) => heading.Closest(Elsewhere) is null && !string.IsNullOrWhiteSpace(heading.TextContent);

    // A kicker and the title itself often have no space between them but what the style puts there.
    private static string Joined(IElement element) => string.Join(element.Children.Any(Body.TextMeasures.IsInline) && !IsGlued(element) ? " " : "", element.ChildNodes.Where(static node => node is not IElement inner || !Cleaning.HeadingLinks.IsSign(inner)).Select(static node => node.TextContent));

    // "<span>V</span>erdachten": one word.
    private static bool IsGlued(IElement element) => element.ChildNodes.OfType<IText>().Any(static text => !string.IsNullOrWhiteSpace(text.Data));

    private static bool IsHome(IElement heading, Page page) => heading.QuerySelectorAll("a[href]").Take(3).Any(link =>
        link.GetAttribute("rel") == "home" || Uri.TryCreate(page.BaseUrl, link.GetAttribute("href"), out var url) && IsFrontPage(url) && Place(url) != Place(page.Url));

    /// <summary>Of a site, or of a manual that stands in a folder.</summary>
    private static bool IsFrontPage(Uri url) => url.Query.Length == 0 && url.Fragment.Length == 0 && (url.AbsolutePath == "/" || IsIndex(url));

    private static string Place(Uri url) => IsIndex(url) ? Folder(url) : url.AbsolutePath;

    private static bool IsIndex(Uri url) => CanonicalUrl.IsIndex(url.AbsolutePath[Folder(url).Length..]);

    /// <summary>An address has no slash in it where it is no web page's, as with mail.</summary>
    private static string Folder(Uri url) => url.AbsolutePath[..(url.AbsolutePath.LastIndexOf('/') + 1)];
}
