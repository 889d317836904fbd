using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;

namespace Kiosk.Ingest.Formats.Pages;

/// <summary>Finds what a site offers besides pages: feeds, sitemaps, calendars, repositories.</summary>
public static class SiteDiscovery
{
    private const int MostFound = 50;
    private const int MostLinks = 10_000;

    private static readonly (DiscoveredKind Kind, string Path)[] UsualPlaces =
    [
        (DiscoveredKind.Feed, "/feed/"), (DiscoveredKind.Feed, "/rss.xml"), (DiscoveredKind.Feed, "/rss"), (DiscoveredKind.Feed, "/atom.xml"),
        (DiscoveredKind.Sitemap, "/sitemap.xml"), (DiscoveredKind.Sitemap, "/sitemap_index.xml"), (DiscoveredKind.Sitemap, "/wp-sitemap.xml"),
    ];

    // Where the software behind a repository puts its OAI-PMH, by what its pages say of themselves.
    private static readonly (string Sign, string Path)[] Repositories =
        [("dspace", "/server/oai/request"), ("dspace", "/oai/request"), ("elsevier pure", "/ws/oai"), ("/portal/resources", "/ws/oai"), ("eprints", "/cgi/oai2"), ("open journal systems", "/oai"), ("islandora", "/oai2")];

    /// <summary>What the page mentions, the surest first, then guesses; each address once. Never throws; empty for what is no page.</summary>
    /// <param name="html">The page, best the home page.</param>
    /// <param name="url">Its address.</param>
    public static IReadOnlyList<DiscoveredSource> Find(string html, Uri url)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(url);
        if (BoundedParser.TryParseDocument(html) is not { } page)
            return [];
        var address = PageReader.BaseOf(page, url);
        return [.. Declared(page).Concat(Linked(page)).Concat(Generated(page)).Concat(UsualPlaces.Select(place => (place.Kind, Href: (string?)place.Path, Title: (string?)null, IsGuess: true)))
            .Select(found => Addresses.TryResolve(found.Href, found.IsGuess ? url : address, out var target)
                ? new DiscoveredSource(found.Kind, target.AbsoluteUri, FeedFields.Title(found.Title), found.IsGuess) : null)
            .OfType<DiscoveredSource>().DistinctBy(found => found.Url).Take(MostFound)];
    }

    private static IEnumerable<(DiscoveredKind Kind, string? Href, string? Title, bool IsGuess)> Declared(IHtmlDocument page)
    {
        // A feed of reactions is no news.
        foreach (var link in page.QuerySelectorAll("link[href][type]").Take(MostLinks).OrderBy(IsAboutReactions))
            if (KindOf(link.GetAttribute("type")!) is { } kind && (link.GetAttribute("rel") ?? "").Contains("alternate", StringComparison.OrdinalIgnoreCase))
                yield return (kind, link.GetAttribute("href"), link.GetAttribute("title"), false);
        foreach (var link in page.QuerySelectorAll("link[rel~=sitemap i][href]").Take(MostFound))
            yield return (DiscoveredKind.Sitemap, link.GetAttribute("href"), null, false);
    }

    private static bool IsAboutReactions(IElement link) =>
        $"{link.GetAttribute("href")} {link.GetAttribute("title")}" is var text && (text.Contains("comments", StringComparison.OrdinalIgnoreCase) || text.Contains("reacties", StringComparison.OrdinalIgnoreCase));

    private static DiscoveredKind? KindOf(string type) => type.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" or "text/rss+xml" => DiscoveredKind.Feed,
        "text/calendar" => DiscoveredKind.Calendar,
        _ => null,
    };

    private static IEnumerable<(DiscoveredKind Kind, string? Href, string? Title, bool IsGuess)> Linked(IHtmlDocument page)
    {
        foreach (var link in page.QuerySelectorAll("a[href]").Take(MostLinks))
        {
            var href = link.GetAttribute("href")!.Trim();
            if (href.StartsWith("webcal:", StringComparison.OrdinalIgnoreCase))
                href = "https" + href["webcal".Length..];
            if (KindOfPath(href.Split('#')[0]) is { } kind)
                yield return (kind, href, PageLink.TextOf(link), false);
        }
    }

    private static DiscoveredKind? KindOfPath(string href)
    {
        var path = href.Split('?')[0].ToLowerInvariant();
        if (path.EndsWith(".ics", StringComparison.Ordinal) || href.Contains("ical=1", StringComparison.OrdinalIgnoreCase))
            return DiscoveredKind.Calendar;
        if (path.EndsWith("sitemap.xml", StringComparison.Ordinal))
            return DiscoveredKind.Sitemap;
        if (path.EndsWith("/oai", StringComparison.Ordinal) || path.EndsWith("/oai2", StringComparison.Ordinal) || path.EndsWith("/oai/request", StringComparison.Ordinal) || href.Contains("verb=Identify", StringComparison.OrdinalIgnoreCase))
            return DiscoveredKind.OaiPmh;
        return path.EndsWith(".rss", StringComparison.Ordinal) || path.EndsWith("/rss", StringComparison.Ordinal) || path.EndsWith("/feed", StringComparison.Ordinal) || path.EndsWith("/feed/", StringComparison.Ordinal)
            || path.EndsWith("rss.xml", StringComparison.Ordinal) || path.EndsWith("atom.xml", StringComparison.Ordinal)
                ? DiscoveredKind.Feed
                : null;
    }

    private static IEnumerable<(DiscoveredKind Kind, string? Href, string? Title, bool IsGuess)> Generated(IHtmlDocument page)
    {
        var signs = string.Join(' ', page.QuerySelectorAll("meta[name=generator i]").Take(MostFound).Select(meta => meta.GetAttribute("content")))
            + " " + (page.QuerySelector("ds-app") is null ? "" : "dspace")
            + " " + string.Join(' ', page.QuerySelectorAll("link[href*='/portal/resources']").Take(1).Select(link => link.GetAttribute("href")));
        foreach (var (sign, path) in Repositories)
            if (signs.Contains(sign, StringComparison.OrdinalIgnoreCase))
                yield return (DiscoveredKind.OaiPmh, path, null, true);
        if (signs.Contains("dspace", StringComparison.OrdinalIgnoreCase))
            yield return (DiscoveredKind.Dspace, "/server/api/discover/search/objects?sort=dc.date.issued,DESC&size=100", null, true);
    }
}
