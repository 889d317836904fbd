using System.Globalization;
using Kiosk.Data;

namespace Kiosk.Web.Citing;

/// <summary>
/// An article in the meta tags that reference managers read (Highwire Press tags, as Google Scholar documents them). Zotero's connector takes what
/// kind of work it is from <c>z:itemType</c>, which it knows from its own RDF.
/// </summary>
public static class CitationTags
{
    /// <param name="work">As it is cited.</param>
    /// <param name="document">The report as a file, as far as it may be shown; null if there is none.</param>
    public static IEnumerable<(string Name, string Content)> Of(CitedWork work, string? document)
    {
        yield return ("z:itemType", ItemType(work));
        yield return ("citation_title", OneLine.Of(work.Title));
        foreach (var author in work.Authors)
            yield return ("citation_author", author.IsInstitution ? author.Family : $"{author.FamilyWithParticle}, {author.Given}");
        if (work.Published is { } day)
            yield return ("citation_publication_date", day.ToString("yyyy\\/MM\\/dd", CultureInfo.InvariantCulture));
        yield return (work.Kind is ArticleKind.Rapport or ArticleKind.Onderzoek ? "citation_technical_report_institution" : "citation_publisher", OneLine.Of(work.Publisher));
        yield return ("citation_public_url", work.Url);
        if (document is not null)
            yield return ("citation_pdf_url", document);
        if (work.Doi is { } doi)
            yield return ("citation_doi", doi);
        if (work.Ecli is { } ecli)
            yield return ("citation_technical_report_number", ecli);
        if (work.Language is { } language)
            yield return ("citation_language", language);
    }

    /// <summary>The kinds of Zotero's schema.</summary>
    private static string ItemType(CitedWork work) => work.Kind switch
    {
        ArticleKind.Rapport or ArticleKind.Onderzoek => "report",
        ArticleKind.Uitspraak => "case",
        ArticleKind.Wet => "statute",
        ArticleKind.Nieuws or ArticleKind.Opinie => "newspaperArticle",
        _ => "webpage",
    };
}
