using System.Globalization;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>
/// A web server on which something new stands at every edition, in the ways in which sources publish: feeds, a sitemap with pages behind it, and a repository that
/// gives its records in pieces. Whoever harvests it always has something to write.
/// </summary>
internal sealed class GrowingNewsroom
{
    private const int Feeds = 2;
    private const int ItemsAnEdition = 6;
    private const int PagesAnEdition = 2;
    private const int RecordsAnEdition = 4;
    private const int RecordsAPiece = 10;

    private readonly LoopbackServer _server;
    private readonly RequestBell _bell;
    private volatile int _edition;

    public GrowingNewsroom(LoopbackServer server, RequestBell bell)
    {
        (_server, _bell) = (server, bell);
        for (var feed = 0; feed < Feeds; feed++)
        {
            var number = feed;
            server.Map($"/{number}.xml", bell.Ringing("application/rss+xml", _ => Feed(number)));
        }

        server.Map("/sitemap.xml", bell.Ringing("application/xml", _ => Sitemap()));
        server.Map("/oai", bell.Ringing("text/xml", Repository));
    }

    /// <summary>What feeds.json says of it.</summary>
    public object[] Sources =>
    [
        .. Enumerable.Range(0, Feeds).Select(feed => Source($"feed-{feed}", $"/{feed}.xml", "feed")),
        Source("sitemap", "/sitemap.xml", "sitemap"),
        Source("bewaarplaats", "/oai", "oai-pmh"),
    ];

    /// <summary>Articles that feeds and the repository have given so far.</summary>
    public int Given => _edition * ((Feeds * ItemsAnEdition) + RecordsAnEdition);

    /// <summary>Pages that stand in the sitemap so far.</summary>
    public int Pages => _edition * PagesAnEdition;

    public void Publish()
    {
        for (var page = Pages; page < (_edition + 1) * PagesAnEdition; page++)
        {
            var number = page;
            _server.Map($"/stuk/{number}", _bell.Ringing("text/html", _ => Page(number)));
        }

        _edition++;
    }

    private object Source(string id, string path, string format) => new { id, name = "Bron " + id, url = _server.Url(path), format };

    private string Feed(int feed) =>
        "<rss version=\"2.0\"><channel><title>Bron</title>"
        + string.Concat(Enumerable.Range(0, _edition * ItemsAnEdition).Select(item => $"<item><title>Bericht {feed}-{item}</title><guid isPermaLink=\"false\">{feed}-{item}</guid><description>Het huisbezoek nummer {item} van bron {feed}.</description></item>"))
        + "</channel></rss>";

    private string Sitemap() =>
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + string.Concat(Enumerable.Range(0, Pages).Select(page => $"<url><loc>{_server.Url($"/stuk/{page}")}</loc></url>")) + "</urlset>";

    private static string Page(int page) =>
        $"<!DOCTYPE html><html lang=\"nl\"><head><title>Stuk {page} van de site</title></head><body><article><h1>Stuk {page} van de site</h1>"
        + string.Concat(Enumerable.Range(0, 6).Select(part => $"<p>In deel {part} van stuk {page} staat dat het huisbezoek van de gemeente is gelukt, en dat de inwoner weer rond kan komen met het geld dat er is.</p>"))
        + "</article></body></html>";

    private string Repository(IQueryCollection asked) => $"<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">{Inner(asked)}</OAI-PMH>";

    private string Inner(IQueryCollection asked) => asked["verb"].ToString() switch
    {
        "Identify" => "<Identify><repositoryName>Bewaarplaats</repositoryName><granularity>YYYY-MM-DD</granularity></Identify>",
        "ListMetadataFormats" => "<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat></ListMetadataFormats>",
        _ => Records(int.TryParse(asked["resumptionToken"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0),
    };

    /// <summary>All records are of one day, so every harvest gets them all, piece by piece.</summary>
    private string Records(int from)
    {
        var all = _edition * RecordsAnEdition;
        var until = Math.Min(all, from + RecordsAPiece);
        var records = string.Concat(Enumerable.Range(from, until - from).Select(record =>
            $"<record><header><identifier>oai:bewaarplaats.example:{record}</identifier><datestamp>{Today}</datestamp></header><metadata><dc><title>Onderzoek {record}</title><description>Een onderzoek naar het huisbezoek, nummer {record}.</description></dc></metadata></record>"));
        return $"<ListRecords>{records}<resumptionToken>{(until < all ? until.ToString(CultureInfo.InvariantCulture) : "")}</resumptionToken></ListRecords>";
    }

    private static string Today => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
