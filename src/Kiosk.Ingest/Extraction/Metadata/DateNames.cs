using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>What meta elements call the date of publication, in order of trust, and that of the last change.</summary>
internal static partial class DateNames
{
    public static readonly string[] Published =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "og:pubdate", "rnews:datepublished", "datepublished",
        "citation_publication_date", "citation_online_date", "citation_date", "dcterms:issued", "dc:date:issued", "dcterms:available", "overheid:available", "dc:date", "dcterms:date",
        "dcterms:created", "dc:created", "dc:date:created", "dcterms:created:date", "publish_date", "publish-date", "publishdate", "published_date", "published-date", "publication_date", "publication-date",
        "publicationdate", "pubdate", "published_at", "publishedat", "parsely-pub-date", "sailthru:date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "datecreated",
        "article_date_original", "article:post_date", "article:created", "article:date", "originalpublicationdate", "shareaholic:article_published_time", "bt:pubdate", "ptime", "displaydate",
        "published", "created", "dateposted", "iso-8601-publish-date", "date_published", "datepublication", "dcterms:dateaccepted", "date", "timestamp", "dateuploaded", "video:release_date", "release_date",
    ];

    public static readonly string[] Modified =
    [
        "article:modified_time", "article:modified", "og:updated_time", "article:updated_time", "og:article:modified_time", "dcterms:modified", "dc:date:modified", "datemodified", "last-modified",
        "lastmod", "last_updated", "cxenseparse:recs:modifiedtime", "dateupdated", "updated_time", "modified_time", "revised",
    ];

    /// <summary>Whether a name that is in neither list still says that it holds the date of publication.</summary>
    public static bool IsPublished(string name) => Publication().IsMatch(name) && !Other().IsMatch(name);

    [GeneratedRegex("publi[sc]|publi.*(?:date|time)|pub[_:-]?(?:date|time)|posted|issued|(?:creat|post|release|article|news|story|content|display|page|start).*(?:date|time)|fecha|datum|^data$|(?<![a-z])date(?:$|[_:-])|tarih|tanggal", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Publication();

    [GeneratedRegex("modif|updat|expir|valid|until|revis|publisher|publication$|unpub|birth|event|update|access|tag|section|id$|time[_-]?to|reading", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Other();
}
