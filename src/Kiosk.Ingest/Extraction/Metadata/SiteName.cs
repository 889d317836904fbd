namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The name of the site. Trusted in this order: OpenGraph, the publisher in JSON-LD, the name of the application, Dublin Core.</summary>
internal static class SiteName
{
    private const int Longest = 100;

    public static string? Of(Page page)
    {
        var ld = page.JsonLd;
        var meta = page.Meta;
        return page.Why.First("site", new (string Origin, string? Name)[]
        {
            ("og:site_name", meta.First("og:site_name")),
            ("JSON-LD publisher", ld.Text(ld.Article, "publisher")),
            ("meta application-name", meta.First("application-name", "apple-mobile-web-app-title")),
            ("Dublin Core publisher", meta.First("dc:publisher", "dcterms:publisher")),
            ("citation_journal_title", meta.First("citation_journal_title")),
            ("JSON-LD van de site", ld.Text(ld.WebPage, "isPartOf", "publisher")),
        }.Where(static candidate => IsName(candidate.Name)));
    }

    private static bool IsName(string? text) => text is { Length: > 1 and <= Longest } && !text.Contains("://", StringComparison.Ordinal);
}
