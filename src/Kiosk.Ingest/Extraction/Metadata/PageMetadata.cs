using AngleSharp.Dom;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>All about an article but its text. The order of trust of each field stands where it is read, and in docs/notes/extraction.md.</summary>
internal static class PageMetadata
{
    private const int LongestLead = 600;

    private static readonly string[] LeadNames = ["og:description", "description", "dcterms:abstract", "dcterms:description", "dc:description", "twitter:description", "citation_abstract", "abstract"];

    public static ExtractedArticle Read(Page page)
    {
        var site = SiteName.Of(page);
        var language = PageLanguage.Of(page);
        var canonicalUrl = CanonicalLink.Of(page);
        var dates = new PageDates(page, language, canonicalUrl);
        var image = LeadImage.Of(page);
        return new ExtractedArticle
        {
            Title = PageTitle.Of(page, site),
            SiteName = site,
            Language = language,
            Authors = PageAuthors.Of(page, site),
            Published = dates.Published,
            Modified = dates.Modified,
            CanonicalUrl = canonicalUrl,
            Lead = Lead(page),
            Image = image?.Url,
            ImageAlt = image?.Alt,
            Kind = PageKind.Of(page),
        };
    }

    private static string? Lead(Page page)
    {
        var lead = page.Why.First("lead", [("JSON-LD description", page.JsonLd.Text(page.JsonLd.Article, "description")),
            .. LeadNames.Select(name => ("meta " + name, page.Meta.First(name)))]);
        return lead is null ? null : Excerpt.Of(lead, LongestLead);
    }
}
