using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Ingest.Tests.Formats;

namespace Kiosk.Ingest.Tests.Harvesting.Reading;

/// <summary>Feeds, calendars, sitemaps, list pages and DSpace.</summary>
public sealed class ListHarvestTests
{
    private const string Site = "https://www.loket.example";

    private readonly ScriptedWeb _web = new();

    [Fact]
    public async Task A_feed_is_one_batch_without_state()
    {
        _web.Serve(Site + "/feed", "<rss><channel><link>https://www.loket.example/</link><language>nl</language><item><title>Een</title><link>/nieuws/een</link></item><item><link>/agenda/twee</link></item></channel></rss>");
        var batch = Assert.Single(await _web.HarvestAsync(SourceFormat.Feed, Site + "/feed", change: source => source.Select = "{\"within\":\"/nieuws/\"}"));
        Assert.Equal("Een", Assert.Single(batch.Items).Title);
        Assert.Equal((Site + "/", "nl", null, null), (batch.SiteUrl, batch.Language, batch.State, batch.Problem));
    }

    [Fact]
    public async Task Validators_are_sent_and_304_is_no_problem()
    {
        _web.Fail(_ => true, FetchOutcome.NotModified);
        var batch = Assert.Single(await _web.HarvestAsync(SourceFormat.Feed, Site + "/feed", change: source => (source.ETag, source.LastBodyAt) = ("\"a\"", _web.Time.GetUtcNow())));
        Assert.Equal("\"a\"", Assert.Single(_web.Asked).ETag);
        Assert.Null(batch.Problem);
        Assert.Equal(FetchOutcome.NotModified, batch.Fetched!.Outcome);
    }

    [Theory]
    [InlineData(SourceFormat.Feed)]
    [InlineData(SourceFormat.Calendar)]
    [InlineData(SourceFormat.Sitemap)]
    [InlineData(SourceFormat.Page)]
    [InlineData(SourceFormat.Dspace)]
    [InlineData(SourceFormat.OaiPmh)]
    [InlineData(SourceFormat.Rechtspraak)]
    [InlineData(SourceFormat.Tweedekamer)]
    public async Task A_source_that_is_down_is_one_problem(SourceFormat format)
    {
        _web.Fail(_ => true, FetchOutcome.TimedOut);
        var batch = Assert.Single(await _web.HarvestAsync(format, Site + "/x"));
        Assert.Equal("De uitkomst is TimedOut.", batch.Problem);
        Assert.Equal(FetchOutcome.TimedOut, batch.Fetched!.Outcome);
    }

    [Theory]
    [InlineData(SourceFormat.Feed)]
    [InlineData(SourceFormat.Calendar)]
    [InlineData(SourceFormat.Sitemap)]
    [InlineData(SourceFormat.Page)]
    [InlineData(SourceFormat.Dspace)]
    [InlineData(SourceFormat.OaiPmh)]
    [InlineData(SourceFormat.Rechtspraak)]
    [InlineData(SourceFormat.Tweedekamer)]
    public async Task Nonsense_is_one_problem_whatever_the_state(SourceFormat format)
    {
        _web.Answer(_ => true, _ => "zomaar wat");
        Assert.NotNull(Assert.Single(await _web.HarvestAsync(format, Site + "/x", state: "{\"Seen\":7,")).Problem);
    }

    [Fact]
    public async Task An_index_is_followed_newest_file_first()
    {
        _web.Serve(Site + "/sitemap.xml", Fixture.Bytes("Sitemaps/index.xml"));
        _web.Serve(Site + "/sitemap-nieuws.xml", Fixture.Bytes("Sitemaps/nieuws.xml"));
        _web.Serve(Site + "/sitemap-paginas.xml", Urlset(2, "/paginas/"));
        var batches = await _web.HarvestAsync(SourceFormat.Sitemap, Site + "/sitemap.xml");
        Assert.Equal([Site + "/sitemap.xml", Site + "/sitemap-nieuws.xml", Site + "/sitemap-paginas.xml"], _web.Urls);
        Assert.Equal(4, batches.Sum(batch => batch.Items.Count));
    }

    [Fact]
    public async Task A_second_harvest_of_an_index_skips_files_that_did_not_change_and_yields_nothing_twice()
    {
        _web.Serve(Site + "/sitemap.xml", Fixture.Bytes("Sitemaps/index.xml"));
        _web.Serve(Site + "/sitemap-nieuws.xml", Fixture.Bytes("Sitemaps/nieuws.xml"));
        _web.Serve(Site + "/sitemap-paginas.xml", Urlset(2, "/paginas/"));
        var state = (await _web.HarvestAsync(SourceFormat.Sitemap, Site + "/sitemap.xml"))[^1].State;
        _web.Asked.Clear();
        var again = await _web.HarvestAsync(SourceFormat.Sitemap, Site + "/sitemap.xml", state);
        Assert.Empty(again.SelectMany(batch => batch.Items));
        Assert.Equal([Site + "/sitemap.xml"], _web.Urls);
    }

    [Fact]
    public async Task So_many_new_addresses_a_harvest_and_the_rest_later()
    {
        _web.Serve(Site + "/sitemap.xml", Urlset(25, "/nieuws/"));
        var limits = new ReadingLimits { SitemapItems = 10, BatchSize = 4 };
        var seen = new List<string>();
        string? state = null;
        for (var harvest = 0; harvest < 3; harvest++)
        {
            var batches = await _web.HarvestAsync(SourceFormat.Sitemap, Site + "/sitemap.xml", state, limits);
            state = batches[^1].State;
            seen.AddRange(batches.SelectMany(batch => batch.Items).Select(item => item.Link!));
            Assert.Equal(harvest < 2, batches[^1].Remark is not null);
        }
        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
        Assert.EndsWith("/24", seen[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_harvest_of_a_sitemap_that_was_cut_off_goes_on_where_it_stopped()
    {
        _web.Serve(Site + "/sitemap.xml", Urlset(25, "/nieuws/"));
        var limits = new ReadingLimits { BatchSize = 10 };
        var first = await _web.HarvestAsync(SourceFormat.Sitemap, Site + "/sitemap.xml", limits: limits, most: 1);
        var rest = await _web.HarvestAsync(SourceFormat.Sitemap, Site + "/sitemap.xml", first[0].State, limits);
        Assert.Equal((10, 15), (first[0].Items.Count, rest.Sum(batch => batch.Items.Count)));
    }

    [Fact]
    public async Task A_file_that_is_missing_costs_the_others_nothing()
    {
        _web.Serve(Site + "/sitemap.xml", Fixture.Bytes("Sitemaps/index.xml"));
        _web.Serve(Site + "/sitemap-paginas.xml", Urlset(2, "/paginas/"));
        var batches = await _web.HarvestAsync(SourceFormat.Sitemap, Site + "/sitemap.xml");
        Assert.Contains(batches, batch => batch.Remark?.Contains("sitemap-nieuws.xml is overgeslagen", StringComparison.Ordinal) ?? false);
        Assert.Equal(2, batches.Sum(batch => batch.Items.Count));
        Assert.All(batches, batch => Assert.Null(batch.Problem));
    }

    [Fact]
    public async Task An_index_that_names_itself_ends()
    {
        _web.Serve(Site + "/sitemap.xml", $"<sitemapindex><sitemap><loc>{Site}/sitemap.xml</loc></sitemap></sitemapindex>");
        Assert.NotEmpty(await _web.HarvestAsync(SourceFormat.Sitemap, Site + "/sitemap.xml"));
        Assert.InRange(_web.Asked.Count, 1, 5);
    }

    [Fact]
    public async Task Pages_of_a_list_are_turned_until_one_brings_nothing_new()
    {
        _web.Serve(Site + "/nieuws", List("een", "twee", next: "/nieuws?page=2"));
        _web.Serve(Site + "/nieuws?page=2", List("drie", "vier", next: "/nieuws?page=3"));
        var batches = await _web.HarvestAsync(SourceFormat.Page, Site + "/nieuws");
        Assert.Equal(4, batches.Sum(batch => batch.Items.Count));
        Assert.Contains("Pagina 3", batches[^1].Remark, StringComparison.Ordinal);
        _web.Asked.Clear();
        _web.Serve(Site + "/nieuws", List("een", "twee", next: "/nieuws?page=2"));
        await _web.HarvestAsync(SourceFormat.Page, Site + "/nieuws", batches[^1].State);
        Assert.Equal([Site + "/nieuws"], _web.Urls);
    }

    [Fact]
    public async Task A_page_of_a_list_that_fails_is_read_at_the_next_harvest()
    {
        _web.Serve(Site + "/nieuws", List("een", "twee", next: "/nieuws?page=2"));
        _web.Fail(url => url.EndsWith("page=2", StringComparison.Ordinal), FetchOutcome.ServerError);
        var failed = await _web.HarvestAsync(SourceFormat.Page, Site + "/nieuws", change: Unchanged);
        Assert.Contains("Pagina 2", failed[^1].Remark, StringComparison.Ordinal);

        _web.Serve(Site + "/nieuws?page=2", List("drie", "vier", next: "/nieuws"));
        _web.Asked.Clear();
        var again = await _web.HarvestAsync(SourceFormat.Page, Site + "/nieuws", failed[^1].State, change: Unchanged);
        Assert.Contains(again.SelectMany(batch => batch.Items), item => item.Link == Site + "/nieuws/drie-en-nog-wat");
        Assert.Null(_web.Asked[0].ETag);
        _web.Asked.Clear();
        await _web.HarvestAsync(SourceFormat.Page, Site + "/nieuws", again[^1].State, change: Unchanged);
        Assert.Equal([Site + "/nieuws"], _web.Urls);
        Assert.Equal("\"a\"", _web.Asked[0].ETag);

        void Unchanged(Source source) => (source.ETag, source.LastBodyAt) = ("\"a\"", _web.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_list_that_was_cut_off_between_two_pages_is_read_to_its_end_at_the_next_harvest()
    {
        _web.Serve(Site + "/nieuws", List("een", "twee", next: "/nieuws?page=2"));
        _web.Serve(Site + "/nieuws?page=2", List("drie", "vier", next: "/nieuws"));
        var cut = await _web.HarvestAsync(SourceFormat.Page, Site + "/nieuws", most: 1);
        var rest = await _web.HarvestAsync(SourceFormat.Page, Site + "/nieuws", cut[0].State);
        Assert.Contains(rest.SelectMany(batch => batch.Items), item => item.Link == Site + "/nieuws/drie-en-nog-wat");
    }

    [Fact]
    public async Task Pages_that_lead_in_a_circle_end()
    {
        var number = 0;
        _web.Answer(_ => true, url => List($"stuk-{number++}", $"stuk-{number++}", next: url.EndsWith("=2", StringComparison.Ordinal) ? "/nieuws" : "/nieuws?page=2"));
        await _web.HarvestAsync(SourceFormat.Page, Site + "/nieuws");
        Assert.Equal(2, _web.Asked.Count);
    }

    [Fact]
    public async Task A_list_page_uses_the_selector_of_its_source()
    {
        _web.Serve(Site + "/nieuws/", Fixture.Bytes("Pages/kaarten.html"));
        var batches = await _web.HarvestAsync(SourceFormat.Page, Site + "/nieuws/", change: source => source.Select = "{\"links\":\"aside a\",\"within\":\"/2024/\"}");
        Assert.Equal("Vijf vragen over de Wsnp", Assert.Single(batches[0].Items).Title);
    }

    [Fact]
    public async Task Dspace_is_paged_until_what_is_known()
    {
        var first = Site + "/server/api/discover/search/objects?query=x&page=0";
        _web.Answer(url => url.Contains("/search/objects", StringComparison.Ordinal), url => Objects(int.Parse(url[^1..], CultureInfo.InvariantCulture)));
        var batches = await _web.HarvestAsync(SourceFormat.Dspace, first);
        Assert.Equal(3, batches.Count);
        _web.Asked.Clear();
        await _web.HarvestAsync(SourceFormat.Dspace, first, batches[^1].State);
        Assert.Single(_web.Asked);
    }

    [Fact]
    public async Task A_calendar_is_one_batch()
    {
        _web.Serve(Site + "/agenda.ics", Fixture.Bytes("Calendar/agenda.ics"));
        Assert.Equal(3, Assert.Single(await _web.HarvestAsync(SourceFormat.Calendar, Site + "/agenda.ics")).Items.Count);
    }

    private static string Urlset(int count, string folder) => "<urlset>" + string.Concat(Enumerable.Range(0, count)
        .Select(page => $"<url><loc>{Site}{folder}{page}</loc><lastmod>2026-10-{(page % 28) + 1:00}</lastmod></url>")) + "</urlset>";

    private static string List(string one, string other, string next) =>
        $"<html><body><main><h2><a href='/nieuws/{one}-en-nog-wat'>Bericht over {one} en geld</a></h2><time>1 november 2026</time><h2><a href='/nieuws/{other}-en-nog-wat'>Bericht over {other} en geld</a></h2><time>2 november 2026</time><a href='{next}'>Volgende</a></main></body></html>";

    private static string Objects(int page) => "{\"_embedded\":{\"searchResult\":{\"_embedded\":{\"objects\":[{\"_embedded\":{\"indexableObject\":{\"uuid\":\"u" + page
        + "\",\"name\":\"Rapport\",\"type\":\"item\"}}}]},\"page\":{\"number\":" + page + ",\"totalPages\":3}}}}";
}
