using System.IO.Compression;
using System.Text;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>Texts and bytes that hurt whoever is careless with them.</summary>
internal static class HostileTexts
{
    public const string Ok = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/rss+xml\r\n";

    /// <summary>Ten entities, each of ten of the one before.</summary>
    public static string BillionLaughs { get; } = "<!DOCTYPE rss [<!ENTITY e0 \"hahahahaha\">"
        + string.Concat(Enumerable.Range(1, 9).Select(static level => $"<!ENTITY e{level} \"{string.Concat(Enumerable.Repeat($"&e{level - 1};", 10))}\">"))
        + $"]>{Rss.Feed("<item><title>&e9;</title></item>")}";

    /// <summary>One long entity, ten thousand times.</summary>
    public static string QuadraticBlowUp(int length) =>
        $"<!DOCTYPE rss [<!ENTITY a \"{new string('a', length)}\">]>{Rss.Feed($"<item><title>{string.Concat(Enumerable.Repeat("&a;", 10_000))}</title></item>")}";

    public static string ExternalEntity(string address) =>
        $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"{address}\">]>{Rss.Feed("<item><title>Stuk &x;</title><link>https://bron.example/1</link><description>Tekst &x;.</description></item>")}";

    public static string ExternalDtd(string address) =>
        $"<!DOCTYPE rss PUBLIC \"-//x//y\" \"{address}\" [<!ENTITY % alles SYSTEM \"{address}\">%alles;]>{Rss.Feed(Rss.Item("Stuk", "https://bron.example/1"))}";

    public static string Nested(string element, int depth, string within) =>
        string.Concat(Enumerable.Repeat($"<{element}>", depth)) + within + string.Concat(Enumerable.Repeat($"</{element}>", depth));

    public static string ArticlePage(string title, string inside) =>
        $"<!doctype html><html lang=\"nl\"><head><title>{title}</title></head><body><main><article><h1>{title}</h1>"
        + string.Concat(Enumerable.Repeat("<p>De gemeente belt bewoners met een betalingsachterstand binnen een week op, en dat helpt bijna altijd.</p>", 6))
        + inside + "</article></main></body></html>";

    public static string Sitemap(params IEnumerable<string> urls) =>
        $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(urls.Select(static url => $"<url><loc>{url}</loc></url>"))}</urlset>";

    public static string SitemapIndex(params IEnumerable<string> urls) =>
        $"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(urls.Select(static url => $"<sitemap><loc>{url}</loc></sitemap>"))}</sitemapindex>";

    public static string Oai(string records, string token) =>
        $"<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>2026-11-20T08:00:00Z</responseDate><ListRecords>{records}<resumptionToken>{token}</resumptionToken></ListRecords></OAI-PMH>";

    public static string OaiRecord(int number) =>
        $"<record><header><identifier>oai:x:{number}</identifier><datestamp>2026-11-01</datestamp></header><metadata><dc xmlns=\"http://purl.org/dc/elements/1.1/\"><title>Stuk {number}</title></dc></metadata></record>";

    /// <summary>A hundred megabytes of nothing, in a fraction of it; packed twice it is a few hundred bytes.</summary>
    public static byte[] Bomb(Func<Stream, Stream> pack, int layers = 1)
    {
        var packed = new MemoryStream();
        using (var stream = pack(packed))
        {
            var nothing = new byte[1_000_000];
            for (var i = 0; i < 100; i++)
                stream.Write(nothing);
        }

        for (var layer = 1; layer < layers; layer++)
        {
            var again = new MemoryStream();
            using (var stream = pack(again))
                stream.Write(packed.ToArray());
            packed = again;
        }

        return packed.ToArray();
    }

    public static byte[] GZipBomb(int layers = 1) => Bomb(static to => new GZipStream(to, CompressionLevel.Optimal), layers);

    public static string Latin1(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
