using System.Text.Json;
using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The authors. Trusted in this order: JSON-LD, citation_author, Dublin Core, other meta elements, microdata and rel=author, the
/// byline. The first that yields a person's name decides; an organisation's name is taken if nothing does.</summary>
internal static class PageAuthors
{
    private const int LongestByline = 200;
    private const string Elsewhere = "aside, footer, nav, figure, [class*=comment], [id*=comment], [class*=related], [class*=teaser], [class*=sidebar]";
    private const string AuthorPages = "article a[href*='/author/'], main a[href*='/author/'], article a[href*='/auteur'], main a[href*='/auteur'], article a[href*='/autor'], main a[href*='/autor']";
    private static readonly char[] Bars = ['|', '\u00b7', '\u2022'];

    public static IReadOnlyList<string> Of(Page page, string? site)
    {
        foreach (var (origin, candidates) in Sources(page))
        {
            var names = AuthorNames.Read(candidates.Take(30), site);
            if (names.Count == 0)
                continue;
            page.Why.Add("authors", origin, string.Join("; ", names));
            return names;
        }

        return [];
    }

    private static IEnumerable<(string Origin, IEnumerable<string?> Texts)> Sources(Page page)
    {
        var ld = page.JsonLd;
        var meta = page.Meta;
        yield return ("JSON-LD author", ld.Nodes(ld.Article, "author").Where(static node => !IsOrganization(node)).SelectMany(node => Names(page, node)));
        yield return ("citation_author", meta.All("citation_author").Concat(meta.All("citation_authors")));
        yield return ("Dublin Core creator", meta.All("dc:creator").Concat(meta.All("dcterms:creator")));
        yield return ("meta author", meta.All("author").Concat(meta.All("article:author")).Concat(meta.All("og:author")).Concat(meta.All("parsely-author")).Concat(meta.All("sailthru:author"))
            .Concat(meta.All("byl")).Concat(meta.All("article:author_name")).Concat(meta.All("cxenseparse:author")).Concat(meta.All("dc:contributor")));
        yield return ("JSON-LD creator", ld.Nodes(ld.Article, "creator").Where(static node => !IsOrganization(node)).SelectMany(node => Names(page, node)));
        yield return ("microdata author", Visible(page, "[itemprop~=author] [itemprop=name], [itemprop~=author]:not(:has([itemprop=name]))"));
        yield return ("rel=author", Visible(page, "a[rel~=author], address[rel~=author]"));
        yield return ("de naamregel", Visible(page, ".byline .author, .author-name, .authorName, .author__name, .byline__name, .byline-name, .byline, .article__author, .article-author, .post-author, .author, .autor, .auteur, [class*=byline], [class*=Byline], [data-component*=byline], [data-component*=Byline], .firma, .autore, .verfasser, .signature"));
        yield return ("een element dat naar de auteur heet", Visible(page, "[class*=author], [class*=Author], [data-testid*=author], #author, #author-name, [class*=writer]"));
        yield return ("de gebruiker die het plaatste", Visible(page, ".submitted .username, .submitted-by, .entry-meta .username, article .username, main .username"));
        yield return ("wat achter \"Auteur\" staat", Labelled(page));
        yield return ("een link naar een auteur", Visible(page, AuthorPages));
        yield return ("een regel bij de kop", Sentences(page));
        yield return ("de organisatie in JSON-LD", ld.Nodes(ld.Article, "author").SelectMany(node => Names(page, node)));
    }

    private static bool IsOrganization(JsonElement node) => JsonLd.IsOf(node, static type => type is "Organization" or "NewsMediaOrganization" or "Corporation");

    private static List<string> Names(Page page, JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.String)
            return [node.ToString()];
        var names = page.JsonLd.Texts(node, "name").ToList();
        return names.Count > 0 || page.JsonLd.Text(node, "familyName") is not { } family ? names : [$"{page.JsonLd.Text(node, "givenName")} {family}"];
    }

    private static IEnumerable<string?> Visible(Page page, string selector)
    {
        var found = page.Document.QuerySelectorAll(selector)
            .Where(static element => element.TextContent.Length < 1_000 && element.Closest(Elsewhere) is null).Take(10).ToList();
        // A byline inside a byline says the same again.
        return found.Where(element => !found.Exists(other => !ReferenceEquals(other, element) && other.Contains(element)))
            .Where(static element => element.TextContent.Length < LongestByline).SelectMany(Pieces);
    }

    /// <summary>Two names, or a name and a function, often have nothing between them but what the style puts there; then each part is a text of its own.</summary>
    private static IEnumerable<string> Pieces(IElement element)
    {
        while (element.Children.Length == 1 && IsBare(element))
            element = element.Children[0];
        return element.Children.Length > 1 && IsBare(element)
            ? element.Children.Where(static part => part.LocalName != "time").Select(static part => part.TextContent).Where(static text => !AuthorNames.IsFunction(text))
            : [element.TextContent];
    }

    private static bool IsBare(IElement element) => element.ChildNodes.OfType<IText>().All(static text => string.IsNullOrWhiteSpace(text.Data));

    /// <summary>What stands after a label such as "Auteur", in a list or a row of facts.</summary>
    private static IEnumerable<string?> Labelled(Page page) =>
        page.Document.QuerySelectorAll("dt, th, .label, .field__label, .field-label, strong, b").Where(static label => AuthorNames.IsLabel(label.TextContent) && label.Closest(Elsewhere) is null)
            .Select(static label => label.NextElementSibling).OfType<IElement>().Where(static value => value.TextContent.Length < LongestByline).Take(3).SelectMany(Pieces);

    /// <summary>"Door Fenna de Wit" in a line of its own near the heading, or between bars and dots beside the date.</summary>
    private static IEnumerable<string?> Sentences(Page page)
    {
        if ((page.Document.QuerySelector("article, main") ?? PageHeading.Of(page)?.ParentElement) is not { } article)
            return [];
        return article.QuerySelectorAll("p, div, span").Take(60).Select(static element => element.TextContent).Where(static text => text.Length < LongestByline)
            .SelectMany(static text => text.Split(Bars, StringSplitOptions.TrimEntries)).Where(static text => text.Length < 100 && AuthorNames.OpensByline(text)).Take(1);
    }
}
