using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Data.Topics;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Opml;
using Kiosk.Web.Tests.Pages;

namespace Kiosk.Web.Tests.Feeds;

/// <summary>The feeds of articles as the kiosk gives them, read back with its own readers and held to what each format demands.</summary>
public sealed partial class FeedPagesTests(NewsstandKiosk newsstand)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string> Feeds => new("/bestand", "/keuzes/bestand", "/onderwerp/vroegsignalering/bestand", "/bron/fragment/bestand", "/lijst/1/bestand", "/weekbrief/bestand", "/zoeken/bestand?q=schulden");

    [Theory, MemberData(nameof(Feeds))]
    public async Task Every_feed_is_read_back_the_same_from_all_three_formats_and_keeps_rights(string feed)
    {
        var readings = new List<FeedDocument>();
        foreach (var file in new[] { "rss.xml", "atom.xml", "feed.json" })
        {
            using var answer = await newsstand.Kiosk.GetAsync(Path(feed, file));
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var reading = FeedReader.Read(bytes, answer.Content.Headers.ContentType!.ToString(), null);
            Assert.Equal((null, null), (reading.Problem, reading.Remark));
            readings.Add(reading.Feed!);
            Assert.DoesNotContain("schulden61", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            var items = reading.Feed!.Items;
            Assert.All(items.Where(item => Whole(item).Length > 0), item => Assert.Contains(item.Id!.Split('/')[^1], new[] { "1", "5" }));
            Assert.Equal(items.Count, items.Select(item => item.Id).Distinct().Count());
        }

        Assert.Equal(Told(readings[0]), Told(readings[1]));
        Assert.Equal(Told(readings[0]), Told(readings[2]));
    }

    [Theory, MemberData(nameof(Feeds))]
    public async Task RSS_has_what_it_must(string feed)
    {
        var channel = (await XmlAsync(Path(feed, "rss.xml"))).Root!.Element("channel")!;
        Assert.All(new[] { "title", "link", "description" }, name => Assert.NotEqual("", channel.Element(name)!.Value));
        Assert.EndsWith(Path(feed, "rss.xml"), channel.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.All(channel.Elements("item"), item =>
        {
            Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
            Assert.Matches(Rfc822(), item.Element("pubDate")!.Value);
            Assert.True(DateTimeOffset.TryParseExact(item.Element("pubDate")!.Value, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || item.Element("pubDate")!.Value.EndsWith("+0000", StringComparison.Ordinal));
            Assert.True(Uri.TryCreate(item.Element("link")!.Value, UriKind.Absolute, out _));
        });
    }

    [Theory, MemberData(nameof(Feeds))]
    public async Task Atom_has_what_it_must(string feed)
    {
        var root = (await XmlAsync(Path(feed, "atom.xml"))).Root!;
        foreach (var part in root.Elements(Atom + "entry").Prepend(root))
        {
            Assert.True(Uri.TryCreate(part.Element(Atom + "id")!.Value, UriKind.Absolute, out _));
            Assert.True(DateTimeOffset.TryParse(part.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture, out _));
            Assert.NotNull(part.Element(Atom + "title"));
            Assert.NotEmpty(part.Elements(Atom + "author").Concat(root.Elements(Atom + "author")).Elements(Atom + "name"));
            Assert.True(part.Elements(Atom + "link").Count(link => (string?)link.Attribute("rel") == "alternate" && (string?)link.Attribute("type") == "text/html") == 1);
        }

        Assert.Equal(root.Elements(Atom + "entry").Count(), root.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
    }

    [Theory, MemberData(nameof(Feeds))]
    public async Task JSON_Feed_has_what_it_must(string feed)
    {
        using var answer = await newsstand.Kiosk.GetAsync(Path(feed, "feed.json"));
        var json = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("https://jsonfeed.org/version/1.1", json.GetProperty("version").GetString());
        Assert.NotEqual("", json.GetProperty("title").GetString());
        Assert.All(json.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.NotEqual("", item.GetProperty("id").GetString());
            Assert.True(item.TryGetProperty("content_html", out _) || item.TryGetProperty("content_text", out _));
        });
    }

    [Theory]
    [InlineData("/bestand/rss.xml")]
    [InlineData("/onderwerp/vroegsignalering/bestand/atom.xml")]
    [InlineData("/zoeken/bestand/feed.json?q=schulden")]
    [InlineData("/lijst/1/bestand/rss.xml")]
    public async Task Who_comes_back_unchanged_gets_no_more_than_that(string path)
    {
        using var first = await newsstand.Kiosk.GetAsync(path);
        Assert.Equal((true, TimeSpan.FromMinutes(5)), (first.Headers.CacheControl!.Public, first.Headers.CacheControl.MaxAge));
        foreach (var (name, value) in new[] { ("If-None-Match", first.Headers.ETag!.ToString()), ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R")) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(name, value);
            using var again = await newsstand.Kiosk.Client().SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((name, HttpStatusCode.NotModified), (name, again.StatusCode));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        using var other = new HttpRequestMessage(HttpMethod.Get, path);
        other.Headers.TryAddWithoutValidation("If-None-Match", "\"anders\"");
        using var whole = await newsstand.Kiosk.Client().SendAsync(other, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Theory]
    [InlineData("/", "/bestand/rss.xml", "/keuzes/bestand/feed.json")]
    [InlineData("/onderwerp/vroegsignalering", "/onderwerp/vroegsignalering/bestand/atom.xml")]
    [InlineData("/bron/fragment", "/bron/fragment/bestand/rss.xml")]
    [InlineData("/lijst/1/dossier-over-schulden", "/lijst/1/bestand/feed.json")]
    [InlineData("/zoeken?q=schulden&soort=nieuws", "/zoeken/bestand/rss.xml?q=schulden%20soort%3Anieuws")]
    [InlineData("/weekbrief", "/weekbrief/bestand/atom.xml")]
    public async Task A_page_says_where_its_feeds_stand(string page, params string[] feeds)
    {
        var html = await newsstand.Kiosk.PageAsync(page);
        var links = html.QuerySelectorAll("link[rel=alternate]").Select(link => link.GetAttribute("href")).ToList();
        Assert.All(feeds, feed => Assert.Contains(feed, links));
        Assert.All(html.QuerySelectorAll("link[rel=alternate]"), link => Assert.True(link.GetAttribute("type")!.StartsWith("application/", StringComparison.Ordinal) && link.GetAttribute("title")!.Length > 0));
    }

    [Fact]
    public async Task The_same_news_stands_in_a_feed_once_under_an_id_that_stays_when_others_tell_it_too()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var before = await IdsAsync(kiosk, "/bestand/rss.xml");
        kiosk.Fill(db =>
        {
            var source = db.Sources.First();
            var (first, later) = (db.Articles.Single(article => article.Id == 2), Seeds.Article(source, "Hetzelfde nieuws over schulden", 0.01).With(db.Topics.First()));
            db.Articles.Add(later);
            db.SaveChanges();
            var story = new Story { LeadId = later.Id, StartedAt = TestKiosk.Now };
            db.Stories.Add(story);
            db.SaveChanges();
            (first.StoryId, later.StoryId) = (story.Id, story.Id);
        });
        Assert.Equal(before, await IdsAsync(kiosk, "/bestand/rss.xml"));
        Assert.Single(await IdsAsync(kiosk, "/onderwerp/vroegsignalering/bestand/rss.xml"), id => id.EndsWith("/2", StringComparison.Ordinal));
        Assert.Single(await IdsAsync(kiosk, "/bron/vol/bestand/rss.xml"), id => id.EndsWith("/62", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Picks_come_with_the_words_of_the_editor_and_not_before_their_day()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        kiosk.Fill(db => db.Picks.AddRange(
            new Pick { ArticleId = 1, Quote = "Lees dit < & 𝟘 ]]>", Signature = "Noor", StartsOn = new DateOnly(2026, 11, 19), EndsOn = new DateOnly(2026, 11, 21), MadeAt = TestKiosk.Now.AddDays(-1) },
            new Pick { ArticleId = 2, Quote = "Morgen pas.", Signature = "Noor", StartsOn = new DateOnly(2026, 11, 21), EndsOn = new DateOnly(2026, 11, 21), MadeAt = TestKiosk.Now.AddDays(-1) }));
        using var answer = await kiosk.GetAsync("/keuzes/bestand/atom.xml");
        var item = Assert.Single(FeedReader.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "application/atom+xml", null).Feed!.Items);
        Assert.Equal(("Volledig stuk over schulden", TestKiosk.Now.AddDays(-1)), (item.Title, item.Published));
        Assert.StartsWith("Lees dit < & 𝟘 ]]> (Noor)", WebUtility.HtmlDecode(item.Summary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OPML_holds_every_public_feed_and_each_of_them_is_one()
    {
        using var answer = await newsstand.Kiosk.GetAsync("/feeds.opml");
        var reading = OpmlReader.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var paths = reading.Feeds.Select(feed => new Uri(feed.Url).PathAndQuery).ToList();
        Assert.All(new[] { "/bestand/rss.xml", "/keuzes/bestand/rss.xml", "/weekbrief/bestand/rss.xml", "/onderwerp/wsnp/bestand/rss.xml", "/lijst/1/bestand/rss.xml", "/bron/titel/bestand/rss.xml" }, path => Assert.Contains(path, paths));
        Assert.Contains(reading.Feeds, feed => feed.Title!.StartsWith("Bond ", StringComparison.Ordinal));
        foreach (var path in paths)
        {
            using var feed = await newsstand.Kiosk.GetAsync(path);
            Assert.Null(FeedReader.Read(await feed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), feed.Content.Headers.ContentType!.ToString(), null).Problem);
        }
    }

    [Fact]
    public async Task Feeds_of_what_is_called_otherwise_now_lead_on_and_what_is_not_there_is_not_found()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        kiosk.Fill(db =>
        {
            db.TopicAddresses.Add(new TopicAddress { Slug = "vroeg", TopicId = db.Topics.Single(topic => topic.Slug == "vroegsignalering").Id });
            db.Sources.Add(new Source { Slug = "oud", Name = "Oud", Url = "https://oud.example/feed", MergedInto = db.Sources.Single(source => source.Slug == "vol").Id });
        });
        using var topic = await kiosk.GetAsync("/onderwerp/vroeg/bestand/rss.xml");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/onderwerp/vroegsignalering/bestand/rss.xml"), (topic.StatusCode, topic.Headers.Location!.ToString()));
        using var source = await kiosk.GetAsync("/bron/oud/bestand/rss.xml");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/bron/vol/bestand/rss.xml"), (source.StatusCode, source.Headers.Location!.ToString()));
        using var search = await kiosk.GetAsync("/zoeken?q=schulden&bron=oud&onderwerp=vroeg");
        Assert.Equal("/zoeken?q=schulden&bron=vol&onderwerp=vroegsignalering", search.Headers.Location!.ToString());
        Assert.All(new[] { "/onderwerp/nee/bestand/rss.xml", "/bron/nee/bestand/rss.xml", "/bestand/nee.xml", "/attendering/00000000000000000000000000000000/bestand/rss.xml" },
            path => Assert.Equal(HttpStatusCode.NotFound, kiosk.GetAsync(path).GetAwaiter().GetResult().StatusCode));
    }

    private static string Path(string feed, string file) => feed.Replace("bestand", $"bestand/{file}", StringComparison.Ordinal);

    private static async Task<List<string>> IdsAsync(TestKiosk kiosk, string path)
    {
        using var answer = await kiosk.GetAsync(path);
        return [.. FeedReader.Read(await answer.Content.ReadAsByteArrayAsync(), "application/rss+xml", null).Feed!.Items.Select(item => item.Id!).Order(StringComparer.Ordinal)];
    }

    private async Task<XDocument> XmlAsync(string path)
    {
        using var answer = await newsstand.Kiosk.GetAsync(path);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a reader keeps; the home of a feed and RSS's way with plain text are the formats' own.</summary>
    private static IEnumerable<string> Told(FeedDocument feed) => feed.Items.Select(item =>
        $"{item.Id}|{item.Title}|{item.Link}|{item.Published:O}|{item.Updated:O}|{string.Join(';', item.Authors)}|{string.Join(';', item.Categories)}|{WebUtility.HtmlDecode(item.Summary ?? "")}|{Whole(item)}".ReplaceLineEndings("\n"));

    /// <summary>The text of an item; JSON Feed demands one, so that the summary stands in for what may not be given.</summary>
    private static string Whole(Item item) => item.Content is null || item.Content == item.Summary || WebUtility.HtmlDecode(item.Content) == WebUtility.HtmlDecode(item.Summary ?? "") ? "" : item.Content;

    [GeneratedRegex(@"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d \+0000$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Rfc822();
}
