using System.Net;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Harvesting.Pages;

/// <summary>Pages of a small site, for tests that are about what is read behind items.</summary>
internal static class Site
{
    public const string Teaser = "De gemeente belt bewoners op. Lees meer";

    public const string Wall = "<!doctype html><html><head><title>Cookies</title></head><body><h1>Wij gebruiken cookies</h1><p>Geef toestemming om verder te gaan.</p><button>Akkoord</button></body></html>";

    /// <summary>Long enough to be an article, whoever looks at it.</summary>
    public static readonly string Text = string.Concat(Enumerable.Range(1, 12).Select(static number =>
        $"<p>Alinea {number}: de gemeente belt bewoners met een betalingsachterstand binnen een week op, en dat helpt bijna altijd om erger te voorkomen.</p>"));

    public static string Article(string title = "Bellen helpt", string? text = null, string head = "") =>
        $"<!doctype html><html lang=\"nl\"><head><title>{title}</title>{head}</head><body><nav><a href=\"/\">Home</a></nav><main><article><h1>{title}</h1>{text ?? Text}</article></main></body></html>";

    public static string Sitemap(params IEnumerable<string> urls) =>
        $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(urls.Select(static url => $"<url><loc>{WebUtility.HtmlEncode(url)}</loc><lastmod>2026-11-01</lastmod></url>"))}</urlset>";

    /// <summary>Serves a feed whose items are teasers of pages of the same server.</summary>
    public static void ServeTeasers(this LoopbackServer server, params string[] pages) =>
        server.Serve("/feed.xml", Rss.Feed([.. pages.Select(page => Rss.Item($"Stuk {page}", server.Url($"/{page}"), text: Teaser))]), Rss.Type, etag: $"\"{string.Join('-', pages)}\"");

    public static int Count(this LoopbackServer server, string path) => server.Requests.Count(request => request.PathAndQuery == path);
}
