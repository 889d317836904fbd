using System.Globalization;
using System.Text.Json;
using static Kiosk.Web.Demo.DemoMarkup;

namespace Kiosk.Web.Demo;

/// <summary>The pages of the newsroom, with what surrounds an article on a real site: navigation, cookie notice, related links.</summary>
internal static class DemoPage
{
    /// <summary>Stands on every page, so that nobody takes for true what is written there.</summary>
    public const string Notice = "Dit is een demo. Bron, personen, gemeenten en cijfers zijn verzonnen.";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Article(DemoSource source, DemoArticle article, IEnumerable<DemoArticle> others, string address) =>
        Frame(source, article.Title, $"""
        <meta name="description" content="{Escape(article.Lead)}">
        <link rel="canonical" href="{address}{article.Path}">
        <meta property="og:type" content="article">
        <meta property="og:title" content="{Escape(article.Title)}">
        <meta property="og:description" content="{Escape(article.Lead)}">
        <meta property="og:url" content="{address}{article.Path}">
        <meta property="og:site_name" content="{Escape(source.Name)}">
        <meta property="og:locale" content="nl_NL">
        <script type="application/ld+json">{Metadata(source, article, address)}</script>
        """, $"""
        <article>
        <h1>{Escape(article.Title)}</h1>
        <p class="byline">{Byline(article)}</p>
        <p class="lead"><strong>{Escape(article.Lead)}</strong></p>
        {ToHtml(article.Body, address)}
        </article>
        <aside><h2>Lees ook</h2>{Links(others)}
        <p>Elke vrijdag het nieuws in je mail? Schrijf je in voor de nieuwsbrief.</p></aside>
        """);

    /// <summary>A source's front page: all its articles.</summary>
    public static string Front(DemoSource source, IEnumerable<DemoArticle> articles, string address) => Frame(source, source.Name,
        $"<link rel=\"alternate\" href=\"{address}{source.FeedPath}\" title=\"{Escape(source.Name)}\">",
        $"<h1>{Escape(source.Name)}</h1>\n<p>{Escape(source.Note)}</p>\n{Links(articles)}");

    private static string Frame(DemoSource source, string title, string head, string main) => $"""
        <!DOCTYPE html>
        <html lang="nl">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{Escape(title)} | {Escape(source.Name)}</title>
        {head}
        </head>
        <body>
        <div class="cookies" role="dialog" aria-label="Cookies"><p>Wij gebruiken cookies om deze site te verbeteren. Ga je akkoord?</p>
        <button>Alles accepteren</button> <button>Alleen noodzakelijk</button></div>
        <header><a href="/{source.Id}/">{Escape(source.Name)}</a>
        <nav><ul><li><a href="/{source.Id}/">Voorpagina</a></li><li><a href="{source.FeedPath}">RSS</a></li></ul></nav></header>
        <p class="demo">{Notice}</p>
        <main>
        {main}
        </main>
        <footer><p>{Notice}</p><p>{Escape(source.Name)}. Alle rechten verzonnen.</p></footer>
        </body>
        </html>

        """;

    private static string Byline(DemoArticle article)
    {
        var authors = Escape(string.Join(" en ", article.Authors));
        return article.Published is { } published
            ? $"Door {authors}, <time datetime=\"{published:O}\">{published.ToString("d MMMM yyyy", Dutch)}</time>"
            : $"Door {authors}";
    }

    private static string Links(IEnumerable<DemoArticle> articles) =>
        $"<ul>{string.Concat(articles.Select(article => $"<li><a href=\"{article.Path}\">{Escape(article.Title)}</a></li>"))}</ul>";

    // The default encoder escapes < and &, so that no title can end the script element.
    private static string Metadata(DemoSource source, DemoArticle article, string address) =>
        JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Title,
            ["description"] = article.Lead,
            ["datePublished"] = article.Published,
            ["dateModified"] = article.Updated ?? article.Published,
            ["author"] = article.Authors.Select(author => new Dictionary<string, string> { ["@type"] = "Person", ["name"] = author }),
            ["publisher"] = new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = source.Name },
            ["mainEntityOfPage"] = address + article.Path,
            ["inLanguage"] = "nl",
        });
}
