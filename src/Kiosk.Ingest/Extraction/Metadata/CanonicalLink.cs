using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The address the page wants to be known by. Trusted in this order: the canonical link, OpenGraph, JSON-LD. A page that is not the
/// home page but says that it is, is not believed; nor is one that names the machine it was made on.</summary>
internal static class CanonicalLink
{
    public static string? Of(Page page)
    {
        var link = page.Document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href");
        var candidates = new[] { ("link rel=canonical", link), ("og:url", page.Meta.First("og:url")), ("JSON-LD url", page.JsonLd.Text(page.JsonLd.Article, "url")) };
        return page.Why.First("canonicalUrl", candidates.Where(static candidate => !string.IsNullOrWhiteSpace(candidate.Item2))
            .Select(candidate => (candidate.Item1, page.Links.Image(candidate.Item2)))
            .Where(candidate => candidate.Item2 is not null && !IsHomeOnly(candidate.Item2, page.Url) && new Uri(candidate.Item2).Host.Contains('.', StringComparison.Ordinal)));
    }

    private static bool IsHomeOnly(string url, Uri page) =>
        new Uri(url) is { AbsolutePath: "/", Query: "" } && (page.AbsolutePath.Length > 1 || page.Query.Length > 0);
}
