using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Kiosk.Data;
using Kiosk.Testing;
using Kiosk.Web.Demo;

namespace Kiosk.Web.Tests.Demo;

public sealed class DemoNewsroomTests : IAsyncLifetime
{
    private readonly ManualTime _clock = new(new(2026, 11, 20, 8, 30, 15, TimeSpan.Zero));
    private DemoNewsroom _newsroom = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _newsroom = await DemoNewsroom.StartAsync(_clock, TestContext.Current.CancellationToken);
#pragma warning disable RS0030 // A test's own client to its own server needs no address guard.
        _client = new HttpClient { BaseAddress = new(_newsroom.Address) };
#pragma warning restore RS0030
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _newsroom.DisposeAsync();
    }

    [Fact]
    public async Task Every_feed_is_well_formed_marked_as_demo_and_lists_all_articles_of_its_source()
    {
        foreach (var source in _newsroom.Sources)
        {
            var feed = await _client.GetByteArrayAsync(source.FeedPath);
            Assert.Contains(source.Name, Encoding.UTF8.GetString(feed), StringComparison.Ordinal);
            Assert.EndsWith(" (demo)", source.Name, StringComparison.Ordinal);
            var expected = _newsroom.ArticlesOf(source.Id).Select(article => _newsroom.Address + article.Path);
            Assert.Equal(expected, source.Dialect == FeedDialect.Json ? JsonLinks(feed) : XmlLinks(feed));
        }
    }

    [Theory]
    [InlineData("schuldwijzer", "application/rss+xml", "<content:encoded>")]
    [InlineData("raadhuisblad", "application/rss+xml", "<rss version=\"2.0\"")]
    [InlineData("uitspraken", "application/rdf+xml", "encoding=\"iso-8859-1\"")]
    [InlineData("planbureau", "application/atom+xml", "<content type=\"html\">")]
    [InlineData("lectoraat", "application/atom+xml", "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">")]
    [InlineData("wetswijzer", "application/feed+json", "\"version\":\"https://jsonfeed.org/version/1.1\"")]
    public async Task A_feed_speaks_its_dialect(string id, string mediaType, string mark)
    {
        var response = await _client.GetAsync(Source(id).FeedPath);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(mark, await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_teaser_feed_gives_nothing_of_the_text()
    {
        var feed = await _client.GetStringAsync(Source("raadhuisblad").FeedPath);
        Assert.DoesNotContain("content:encoded", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("afdeling Financiën", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_in_Latin_1_keeps_characters_that_Latin_1_lacks()
    {
        var bytes = await _client.GetByteArrayAsync(Source("uitspraken").FeedPath);
        Assert.Contains("&#x20AC; 611", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains("€ 611", XDocument.Load(new MemoryStream(bytes)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_request_with_the_ETag_gets_304_and_nothing_else()
    {
        foreach (var source in _newsroom.Sources)
        {
            var first = await _client.GetAsync(source.FeedPath);
            var second = await GetAsync(source.FeedPath, headers => headers.IfNoneMatch.Add(first.Headers.ETag!));
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_second_request_with_Last_Modified_gets_304_until_something_changes()
    {
        var path = Source("schuldwijzer").FeedPath;
        var modified = (await _client.GetAsync(path)).Content.Headers.LastModified;
        Assert.NotNull(modified);
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(path, headers => headers.IfModifiedSince = modified)).StatusCode);

        _newsroom.Change("schuldwijzer", "01-wachttijd-negen-dagen", article => article with { Title = "Wachttijd stijgt weer" });
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(path, headers => headers.IfModifiedSince = modified)).StatusCode);
    }

    [Fact]
    public async Task Every_page_shows_its_article_and_says_that_it_is_a_demo()
    {
        foreach (var article in Articles())
        {
            var page = await _client.GetStringAsync(article.Path);
            Assert.Contains($"<h1>{DemoMarkup.Escape(article.Title)}</h1>", page, StringComparison.Ordinal);
            Assert.Contains(DemoPage.Notice, page, StringComparison.Ordinal);
            Assert.Contains("(demo)</title>", page, StringComparison.Ordinal);
            Assert.Contains("application/ld+json", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_link_inside_the_newsroom_leads_somewhere()
    {
        foreach (var path in Articles().SelectMany(article => InnerLinks(article.Body)).Distinct())
            Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Robots_and_sitemap_stand_where_crawlers_look()
    {
        Assert.Contains($"Sitemap: {_newsroom.Address}/sitemap.xml", await _client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
        var sitemap = XDocument.Parse(await _client.GetStringAsync("/sitemap.xml"));
        Assert.Equal(Articles().Count(), sitemap.Root!.Elements().Count());
    }

    [Theory]
    [InlineData("/nergens")]
    [InlineData("/schuldwijzer/99-bestaat-niet")]
    [InlineData("/")]
    public async Task An_unknown_path_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_published_article_stands_in_the_feed_at_once()
    {
        var article = _newsroom.ArticlesOf("wetswijzer")[0] with { Slug = "vers", Title = "Vers van de pers", Published = _clock.GetUtcNow() };
        _newsroom.Publish(article);
        Assert.Equal("Vers van de pers", _newsroom.ArticlesOf("wetswijzer")[0].Title);
        Assert.Contains("Vers van de pers", await _client.GetStringAsync(Source("wetswijzer").FeedPath), StringComparison.Ordinal);
        Assert.Null(_newsroom.ArticlesOf("wetswijzer")[0].Updated);
    }

    [Fact]
    public void A_changed_article_says_when_it_changed()
    {
        var slug = _newsroom.ArticlesOf("planbureau")[0].Slug;
        _newsroom.Change("planbureau", slug, article => article with { Lead = "Herzien." });
        var changed = _newsroom.ArticlesOf("planbureau").Single(article => article.Slug == slug);
        Assert.Equal("Herzien.", changed.Lead);
        Assert.Equal(_clock.GetUtcNow(), changed.Updated);
    }

    [Fact]
    public void Nothing_is_published_at_a_source_that_does_not_exist() => Assert.Throws<ArgumentException>(() =>
        _newsroom.Publish(_newsroom.ArticlesOf("planbureau")[0] with { Source = "nergens" }));

    [Fact]
    public async Task The_same_clock_gives_the_same_articles()
    {
        await using var other = await DemoNewsroom.StartAsync(_clock, TestContext.Current.CancellationToken);
        Assert.Equal(Dates(_newsroom), Dates(other));
        Assert.NotEqual(_newsroom.Address, other.Address);

        static IEnumerable<(string, DateTimeOffset?, string)> Dates(DemoNewsroom newsroom) => newsroom.Sources
            .SelectMany(source => newsroom.ArticlesOf(source.Id)).Select(article => (article.Path, article.Published, article.Body));
    }

    [Fact]
    public void The_feeds_file_names_every_source_and_only_known_values()
    {
        using var file = JsonDocument.Parse(_newsroom.FeedsJson);
        var sources = file.RootElement.GetProperty("sources").EnumerateArray().ToList();
        Assert.Equal(_newsroom.Sources.Select(source => _newsroom.Address + source.FeedPath), sources.Select(source => source.GetProperty("url").GetString()));
        Assert.All(sources, source =>
        {
            Assert.True(Names.TryParse<SourceFormat>(source.GetProperty("format").GetString(), out _));
            Assert.True(Names.TryParse<ArticleKind>(source.GetProperty("kind").GetString(), out _));
            Assert.True(Names.TryParse<Rights>(source.GetProperty("rights").GetString(), out _));
            Assert.EndsWith("(demo)", source.GetProperty("name").GetString(), StringComparison.Ordinal);
        });
        Assert.All(file.RootElement.GetProperty("topics").EnumerateArray(), topic => Assert.NotEmpty(topic.GetProperty("rule").GetString()!));
    }

    private DemoSource Source(string id) => _newsroom.Sources.Single(source => source.Id == id);

    private IEnumerable<DemoArticle> Articles() => _newsroom.Sources.SelectMany(source => _newsroom.ArticlesOf(source.Id));

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestHeaders> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        headers(request.Headers);
        return await _client.SendAsync(request);
    }

    private static IEnumerable<string> InnerLinks(string body) =>
        body.Split("](").Skip(1).Select(rest => rest.Split(')')[0]).Where(url => url.StartsWith('/'));

    private static List<string?> JsonLinks(byte[] feed)
    {
        using var document = JsonDocument.Parse(feed);
        return [.. document.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("url").GetString())];
    }

    private static List<string?> XmlLinks(byte[] feed) => [.. XDocument.Load(new MemoryStream(feed)).Descendants()
        .Where(element => element.Name.LocalName is "item" or "entry")
        .Select(item => item.Elements().First(child => child.Name.LocalName == "link"))
        .Select(link => link.Attribute("href")?.Value ?? link.Value)];
}
