using System.Text.Json;
using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>
/// When an article was published and last changed. Trusted in this order: JSON-LD of the article, OpenGraph, citation_*, DCTERMS and Dublin
/// Core, other meta elements, microdata, time elements and dates near the heading, JSON-LD of the page, data in scripts, the address, dates in the text.
/// </summary>
internal sealed class PageDates
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "og:pubdate", "rnews:datepublished", "datepublished",
        "citation_publication_date", "citation_online_date", "citation_date", "dcterms:issued", "dc:date:issued", "dcterms:available", "overheid:available", "dc:date", "dcterms:date",
        "dcterms:created", "dc:date:created", "dcterms:created:date", "publish_date", "publish-date", "publishdate", "published_date", "published-date", "publication_date", "publication-date", "publicationdate",
        "pubdate", "published_at", "publishedat", "parsely-pub-date", "sailthru:date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "datecreated", "article_date_original", "article:post_date", "article.published", "article.created", "originalpublicationdate", "shareaholic:article_published_time", "bt:pubdate", "ptime", "displaydate", "published", "created", "dateposted", "iso-8601-publish-date", "date_published", "datepublication", "dcterms:dateaccepted", "date", "timestamp", "dateuploaded", "video:release_date", "release_date",
    ];

    private static readonly string[] ModifiedNames =
    [
        "article:modified_time", "og:updated_time", "article:updated_time", "og:article:modified_time", "dcterms:modified", "dc:date:modified", "datemodified", "last-modified", "lastmod", "last_updated", "cxenseparse:recs:modifiedtime", "dateupdated", "updated_time", "modified_time", "revised",
    ];

    private readonly Page page;
    private readonly TimeZoneInfo zone;

    public PageDates(Page page, string? language)
    {
        this.page = page;
        zone = PageZone.Of(page.Url, language);
        Modified = Stated("dateModified") ?? First(ModifiedNames) ?? Micro("dateModified");
        Published = Stated("datePublished") ?? First(PublishedNames) ?? Micro("datePublished") ?? Stated("dateCreated", "uploadDate")
            ?? new VisibleDate(page, zone).NearHeading() ?? OfPage() ?? ScriptDate.Of(page, zone) ?? AddressDate.Of(page.Url) ?? new VisibleDate(page, zone).Anywhere() ?? Modified;
        if (Modified < Published)
            Modified = null;
    }

    /// <summary>Null if the page has no date at all.</summary>
    public DateTimeOffset? Published { get; }

    /// <summary>Never before <see cref="Published"/>; null if unknown.</summary>
    public DateTimeOffset? Modified { get; }

    private DateTimeOffset? Stated(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Read(page.JsonLd.Texts(page.JsonLd.Article, name)) is { } found)
                return found;
        }

        return null;
    }

    private DateTimeOffset? OfPage() => Read(page.JsonLd.Texts(page.JsonLd.WebPage, "datePublished"));

    private DateTimeOffset? First(string[] names) => Read(names.SelectMany(page.Meta.All));

    private DateTimeOffset? Micro(string name) =>
        Read(page.Document.QuerySelectorAll($"[itemprop~={name}]").Take(10).SelectMany(static element =>
            new[] { element.GetAttribute("datetime"), element.GetAttribute("content"), element.TextContent.Length < 200 ? element.TextContent : null }));

    private DateTimeOffset? Read(IEnumerable<string?> texts) => texts.Take(30).Select(text => PageMoment.Of(text, zone)).FirstOrDefault(static found => found is not null);
}
