using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The address the page wants to be known by. Trusted in this order: the canonical link, OpenGraph, JSON-LD. A page that is not the
/// home page but says that it is, is not believed.</summary>
internal static class CanonicalLink
{
    public static string? Of(Page page)
    {
        var link = page.Document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href");
        return new[] { link, page.Meta.First("og:url"), page.JsonLd.Text(page.JsonLd.Article, "url") }
            .Where(static text => !string.IsNullOrWhiteSpace(text))
            .Select(page.Links.Image)
            .FirstOrDefault(url => url is not null && !IsHomeOnly(url, page.Url));
    }

    private static bool IsHomeOnly(string url, Uri page) =>
        new Uri(url) is { AbsolutePath: "/", Query: "" } && (page.AbsolutePath.Length > 1 || page.Query.Length > 0);
}
