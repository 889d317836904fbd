namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The name of the site. Trusted in this order: OpenGraph, the publisher in JSON-LD, the name of the application, Dublin Core.</summary>
internal static class SiteName
{
    private const int Longest = 100;

    public static string? Of(Page page)
    {
        var ld = page.JsonLd;
        var found = page.Meta.First("og:site_name") ?? ld.Text(ld.Article, "publisher") ?? page.Meta.First("application-name", "apple-mobile-web-app-title", "dc:publisher", "dcterms:publisher", "citation_journal_title")
            ?? ld.Text(ld.WebPage, "isPartOf", "publisher");
        return found is { Length: > 1 and <= Longest } && !found.Contains("://", StringComparison.Ordinal) ? found : null;
    }
}
