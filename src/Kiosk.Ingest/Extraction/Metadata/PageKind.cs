using Kiosk.Data;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>What a page says it is, in the types of schema.org and the like; what says nothing certain is left to the source.</summary>
internal static class PageKind
{
    public static ArticleKind? Of(Page page)
    {
        var ld = page.JsonLd;
        if (ld.Article is { } article)
        {
            if (JsonLd.IsOf(article, static type => type.StartsWith("Opinion", StringComparison.Ordinal)))
                return ArticleKind.Opinie;
            if (JsonLd.IsOf(article, static type => type is "ScholarlyArticle" or "MedicalScholarlyArticle"))
                return ArticleKind.Onderzoek;
            if (JsonLd.IsOf(article, static type => type == "Report"))
                return ArticleKind.Rapport;
            if (JsonLd.IsOf(article, static type => type == "Legislation"))
                return ArticleKind.Wet;
            if (JsonLd.IsOf(article, static type => type == "Event"))
                return ArticleKind.Agenda;
            if (JsonLd.IsOf(article, static type => type.EndsWith("NewsArticle", StringComparison.Ordinal)))
                return ArticleKind.Nieuws;
        }

        return page.Meta.First("citation_title") is not null ? ArticleKind.Onderzoek : Overheid(page.Meta.First("overheid:information_type", "dcterms:type", "dc:type", "overheid:informationtype"));
    }

    private static ArticleKind? Overheid(string? type) => type?.ToLowerInvariant() switch
    {
        "nieuwsbericht" or "nieuws" or "persbericht" => ArticleKind.Nieuws,
        "rapport" => ArticleKind.Rapport,
        "uitspraak" => ArticleKind.Uitspraak,
        "wet" or "regeling" or "amvb" or "kb" => ArticleKind.Wet,
        "evenement" => ArticleKind.Agenda,
        _ => null,
    };
}
