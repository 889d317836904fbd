using Kiosk.Data;
using Kiosk.Ingest.Discovery;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Fetching.Robots;
using Kiosk.Ingest.Tests.Formats;
using Kiosk.Ingest.Tests.Harvesting;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Ingest.Tests.Discovery;

/// <summary>With the real fetcher against sites of a few pages.</summary>
public sealed class SourceDiscoveryTests
{
    private const string Html = "text/html; charset=utf-8";
    private const string Xml = "text/xml";

    [Fact]
    public async Task The_feed_of_a_home_page_comes_first_with_its_items()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/", "<html><head><link rel=alternate type='application/rss+xml' href='/nieuws.rss' title='Nieuws'></head><body>Welkom</body></html>", Html);
        server.Serve("/nieuws.rss", Rss.Feed([.. Enumerable.Range(1, 12).Select(number => Rss.Item($"Stuk {number}", server.Url($"stuk/{number}")))]), Rss.Type);
        server.Serve("/sitemap.xml", $"<urlset><url><loc>{server.Url("stuk/1")}</loc></url></urlset>", Xml);

        var findings = await FindAsync(server, server.Url("/"));

        Assert.Null(findings.Problem);
        Assert.Equal([SourceFormat.Feed, SourceFormat.Sitemap], findings.Candidates.Select(candidate => candidate.Format));
        var feed = findings.Candidates[0];
        Assert.Equal((server.Url("nieuws.rss"), "Testbron", 12, 10), (feed.Url, feed.Title, feed.Count, feed.Items.Count));
        Assert.Equal("Stuk 1", feed.Items[0].Title);
        Assert.StartsWith("De site verwijst er zelf naar. Een feed met 12 stukken", feed.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_feed_is_a_source_by_itself_and_nothing_else_is_asked()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/feed", Rss.Feed(Rss.Item("Een", server.Url("1"))), Rss.Type);
        var findings = await FindAsync(server, $"  feed:{server.Url("feed")} ");
        Assert.Equal(server.Url("feed"), Assert.Single(findings.Candidates).Url);
        Assert.Equal(["/feed"], server.Requests.Select(request => request.PathAndQuery));
    }

    [Fact]
    public async Task A_sitemap_that_only_robots_txt_names_is_found_and_an_index_shows_its_newest_file()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/", "<html><body>Welkom</body></html>", Html);
        server.Serve("/robots.txt", "User-agent: *\nSitemap: /kaart.xml", "text/plain");
        server.Serve("/kaart.xml", $"<sitemapindex><sitemap><loc>{server.Url("oud.xml")}</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>{server.Url("nieuw.xml")}</loc><lastmod>2026-11-01</lastmod></sitemap></sitemapindex>", Xml);
        server.Serve("/nieuw.xml", $"<urlset><url><loc>{server.Url("stuk")}</loc><lastmod>2026-11-01</lastmod></url></urlset>", Xml);
        var map = Assert.Single((await FindAsync(server, server.Url("/"))).Candidates);
        Assert.Equal((SourceFormat.Sitemap, server.Url("kaart.xml")), (map.Format, map.Url));
        Assert.Equal(server.Url("stuk"), Assert.Single(map.Items).Url);
        Assert.Contains("robots.txt", map.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_is_found_by_asking_who_it_is()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/", "<html><head><meta name=generator content='Elsevier Pure'></head><body>Onderzoek</body></html>", Html);
        server.Map("/ws/oai", context => context.Response.WriteAsync(System.Text.Encoding.UTF8.GetString(Fixture.Bytes(
            context.Request.Query["verb"] == "Identify" ? "OaiPmh/identify.xml" : "OaiPmh/dublin-core.xml")), context.RequestAborted));
        var repository = Assert.Single((await FindAsync(server, server.Url("/"))).Candidates);
        Assert.Equal((SourceFormat.OaiPmh, server.Url("ws/oai")), (repository.Format, repository.Url));
        Assert.NotEmpty(repository.Items);
        Assert.NotNull(repository.Title);
    }

    [Fact]
    public async Task A_page_with_a_list_is_offered_where_there_is_nothing_better()
    {
        await using var server = await LoopbackServer.StartAsync();
        var cards = string.Concat(Enumerable.Range(1, 8).Select(number =>
            $"<article class=kaart><h2><a href='/nieuws/2026/11/een-lange-kop-over-schulden-{number}'>Een lange kop over schulden nummer {number}</a></h2><time datetime=2026-11-1{number % 10}>1{number % 10} november</time></article>"));
        server.Serve("/nieuws", $"<html lang=nl><body><main>{cards}</main></body></html>", Html);
        var page = Assert.Single((await FindAsync(server, server.Url("nieuws"))).Candidates);
        Assert.Equal((SourceFormat.Page, server.Url("nieuws"), 8), (page.Format, page.Url, page.Count));
    }

    [Fact]
    public async Task A_feed_of_reactions_and_one_that_stopped_come_after_the_news()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/", "<html><head><link rel=alternate type='application/rss+xml' href='/oud.xml'><link rel=alternate type='application/rss+xml' href='/comments/feed'><link rel=alternate type='application/rss+xml' href='/vers.xml'></head><body/></html>", Html);
        server.Serve("/oud.xml", Rss.Feed(Rss.Item("Oud", server.Url("1"), date: "Thu, 19 Nov 2020 10:00:00 +0100")), Rss.Type);
        server.Serve("/comments/feed", Rss.Feed(Rss.Item("Reactie", server.Url("2"))), Rss.Type);
        server.Serve("/vers.xml", Rss.Feed(Rss.Item("Vers", server.Url("3"))), Rss.Type);
        var findings = await FindAsync(server, server.Url("/"));
        Assert.Equal("Vers", findings.Candidates[0].Items[0].Title);
        Assert.Contains("al van 19-11-2020", findings.Candidates.Single(candidate => candidate.Url.EndsWith("oud.xml", StringComparison.Ordinal)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_comes_where_robots_txt_asks_us_not_to()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/robots.txt", "User-agent: *\nDisallow: /", "text/plain");
        server.Serve("/", "<html><body>Welkom</body></html>", Html);
        var findings = await FindAsync(server, server.Url("/"));
        Assert.Contains("robots.txt", findings.Problem, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt"], server.Requests.Select(request => request.PathAndQuery));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zomaar wat woorden")]
    [InlineData("schulden")]
    [InlineData("ftp://bestanden.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://naam:geheim@voorbeeld.example/")]
    public async Task What_is_no_web_address_is_answered_without_a_request(string pasted)
    {
        await using var server = await LoopbackServer.StartAsync();
        Assert.Contains("geen webadres", (await FindAsync(server, pasted)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_inside_the_house_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync();
        Assert.Contains("openbare internet", (await FindAsync(server, "http://169.254.169.254/latest/meta-data")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_with_nothing_to_read_says_so_within_so_many_requests()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/", $"<html><body>{string.Concat(Enumerable.Range(0, 500).Select(number => $"<a href='/{number}/feed'>feed</a>"))}</body></html>", Html);
        var findings = await FindAsync(server, server.Url("/"));
        Assert.Contains("niets gevonden", findings.Problem, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 10, 32);
    }

    private static async Task<SiteFindings> FindAsync(LoopbackServer server, string pasted)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kiosk:Fetch:AllowedPrivateHosts"] = server.Host,
            ["Kiosk:Fetch:HostGapSeconds"] = "0",
        }).Build();
        await using var services = new ServiceCollection().AddKioskFetching(configuration).BuildServiceProvider();
        return await new SourceDiscovery(services.GetRequiredService<PoliteFetcher>(), services.GetRequiredService<RobotsGate>(), new ManualTime())
            .FindAsync(pasted, looking: null, TestContext.Current.CancellationToken);
    }
}
