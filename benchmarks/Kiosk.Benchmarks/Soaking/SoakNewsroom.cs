using System.Globalization;
using System.Text;
using System.Text.Json;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>
/// Sources on this machine that say something new every minute: feeds of thirty items, of which two are new. Of every second source the items carry a
/// few words alone, and the article stands on a page behind them.
/// </summary>
internal sealed class SoakNewsroom
{
    private const int Hosts = 10;
    private const int Sources = 20;
    private const int ItemsShown = 30;
    private const int ItemsAnEdition = 2;
    private const int WordsAnItem = 200;

    private readonly LoopbackServer _server;
    private volatile int _edition;

    private SoakNewsroom(LoopbackServer server)
    {
        _server = server;
        for (var source = 0; source < Sources; source++)
        {
            var number = source;
            server.Map($"/{number}.xml", context => WriteAsync(context, "application/rss+xml", Feed(number)));
        }

        Publish();
    }

    /// <summary>The hosts that the kiosk may ask although they are on this machine.</summary>
    public string AllowedHosts => string.Join(',', _server.Hosts);

    public static async Task<SoakNewsroom> OpenAsync() => new(await LoopbackServer.StartAsync(Hosts));

    /// <summary>What feeds.json says of it.</summary>
    public string FeedsFile() => JsonSerializer.Serialize(new
    {
        topics = new[] { new { id = "vroegsignalering", name = "Vroegsignalering", rule = "vroegsignaler* OF (betalingsachterstand* EN huisbezoek*) OF achterstand" } },
        sources = Enumerable.Range(0, Sources).Select(source => new { id = $"duur-{source}", name = $"Duurbron {source}", url = Url(source, $"/{source}.xml"), format = "feed", rights = "full", every = "5m" }),
    });

    /// <summary>The next edition of all sources.</summary>
    public void Publish()
    {
        var edition = _edition;
        for (var source = 0; source < Sources; source += 2)
        {
            for (var item = Newest(edition) - ItemsAnEdition; item < Newest(edition); item++)
            {
                var (from, number) = (source, item);
                _server.Map($"/{from}/{number}", context => WriteAsync(context, "text/html", Page(from, number)));
            }
        }

        _edition = edition + 1;
    }

    public ValueTask CloseAsync() => _server.DisposeAsync();

    private static int Newest(int edition) => ItemsAnEdition * (edition + 1);

    private string Url(int source, string path) => $"http://{_server.Hosts[source % Hosts]}{path}";

    private string Feed(int source)
    {
        var newest = Newest(_edition - 1);
        var feed = new StringBuilder($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Duurbron {source}</title><language>nl</language>");
        for (var item = newest - 1; item >= Math.Max(0, newest - ItemsShown); item--)
        {
            var (title, text) = NewsCorpus.Item(source, item, WordsAnItem);
            var shown = source % 2 == 0 ? string.Join(' ', text.Split(' ').Take(20)) + "…" : $"&lt;p&gt;{text}&lt;/p&gt;";
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{title}</title><link>{Url(source, $"/{source}/{item}")}</link><guid isPermaLink=\"false\">duur-{source}-{item}</guid><description>{shown}</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    private static string Page(int source, int item)
    {
        var (title, text) = NewsCorpus.Item(source, item, WordsAnItem);
        return $"<!DOCTYPE html><html lang=\"nl\"><head><title>{title}</title></head><body><article><h1>{title}</h1>{string.Concat(text.Split(". ").Chunk(4).Select(part => $"<p>{string.Join(". ", part)}.</p>"))}</article></body></html>";
    }

    private static async Task WriteAsync(HttpContext context, string type, string body)
    {
        context.Response.ContentType = type + "; charset=utf-8";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }
}
