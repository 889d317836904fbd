using Kiosk.Data;
using Kiosk.Data.Topics;
using Kiosk.Ingest.Archiving;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Harvesting;

public sealed class HarvestTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_feed_becomes_articles_and_a_line_in_the_log(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Eerste stuk", "https://bron.example/1"), Rss.Item("Tweede <b>stuk</b>", "https://bron.example/2")), Rss.Type);
        var source = await bench.AddSourceAsync("/feed.xml");
        var visit = await bench.HarvestOneAsync();
        Assert.Equal(HarvestOutcome.Harvested, visit.Outcome);
        Assert.Equal("2 nieuwe stukken.", visit.Message);
        var articles = await bench.ArticlesAsync();
        Assert.Equal(["Eerste stuk", "Tweede stuk"], articles.Select(article => article.Title));
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 9, 0, 0, TimeSpan.Zero), articles[0].PublishedAt);
        Assert.Equal("<p>De gemeente helpt eerder bij betalingsachterstanden.</p>", articles[0].BodyHtml);
        Assert.Equal(6, articles[0].WordCount);
        var after = await bench.SourceAsync(source.Id);
        Assert.Equal((HarvestOutcome.Harvested, 0, (string?)null), (after.LastOutcome, after.FailureCount, after.LeaseOwner));
        Assert.True(after.NextCheckAt > bench.Time.GetUtcNow());
        await using var db = bench.Archive.Open();
        var run = await db.HarvestRuns.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, 2, 0, 200), (run.ItemsSeen, run.ItemsNew, run.ItemsChanged, run.HttpStatus));
    }

    [Fact]
    public async Task A_304_leaves_everything_untouched()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Stuk", "https://bron.example/1")), Rss.Type, etag: "\"abc\"");
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var changes = await bench.ChangesAsync();
        var visit = await bench.HarvestOneAsync();
        Assert.Equal((HarvestOutcome.NotModified, 304), (visit.Outcome, visit.HttpStatus));
        Assert.Equal("\"abc\"", bench.Server.Requests[1].Headers["If-None-Match"]);
        Assert.Equal(changes, await bench.ChangesAsync());
    }

    [Fact]
    public async Task Validators_are_dropped_when_the_last_body_is_older_than_a_week()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Stuk", "https://bron.example/1")), Rss.Type, etag: "\"abc\"", lastModified: "Thu, 19 Nov 2026 10:00:00 GMT");
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        await bench.HarvestAsync(TimeSpan.FromDays(8));
        Assert.False(bench.Server.Requests[1].Headers.ContainsKey("If-None-Match"));
        Assert.False(bench.Server.Requests[1].Headers.ContainsKey("If-Modified-Since"));
        Assert.Single(await bench.ArticlesAsync());
    }

    [Fact]
    public async Task The_same_body_without_validators_is_not_read_again()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Stuk", "https://bron.example/1")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var visit = await bench.HarvestOneAsync();
        Assert.Equal((HarvestOutcome.Unchanged, 0), (visit.Outcome, visit.Tally.Seen));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_changed_item_updates_its_article_and_keeps_the_rest(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Oude kop", "https://bron.example/1"), Rss.Item("Blijft", "https://bron.example/2")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Nieuwe kop", "https://bron.example/1"), Rss.Item("Blijft", "https://bron.example/2")), Rss.Type);
        var visit = await bench.HarvestOneAsync();
        Assert.Equal((0, 1), (visit.Tally.New, visit.Tally.Changed));
        var articles = await bench.ArticlesAsync();
        Assert.Equal([("Nieuwe kop", 1), ("Blijft", 0)], articles.Select(article => (article.Title, article.Version)));
        Assert.True(articles[0].ChangedAt > articles[1].ChangedAt);
        Assert.Equal(articles[1].FirstSeenAt, articles[0].FirstSeenAt);
    }

    [Fact]
    public async Task An_item_that_loses_its_text_keeps_what_was_stored()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Stuk", "https://bron.example/1", text: "De hele tekst van toen.")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Stuk, bijgewerkt", "https://bron.example/1", text: "")), Rss.Type);
        await bench.HarvestAsync();
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal(("Stuk, bijgewerkt", "De hele tekst van toen."), (article.Title, article.BodyText));
    }

    [Fact]
    public async Task What_the_filter_does_not_match_is_not_kept_and_that_is_said()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Hulp bij schulden", "https://bron.example/1", text: ""), Rss.Item("Voetbaluitslagen", "https://bron.example/2", text: "")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml", source => source.Filter = "schuld* OF armoede");
        var visit = await bench.HarvestOneAsync();
        Assert.Equal("Hulp bij schulden", Assert.Single(await bench.ArticlesAsync()).Title);
        Assert.Equal("1 nieuw stuk. 1 stuk past niet in het filter van deze bron.", visit.Message);
    }

    [Fact]
    public async Task Only_links_within_the_chosen_part_of_a_site_are_kept()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Nieuws", "https://bron.example/nl/nieuws/1"), Rss.Item("Cijfers", "https://bron.example/nl/cijfers/2")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml", source => source.Select = """{"within":"/nieuws/"}""");
        await bench.HarvestAsync();
        Assert.Equal("Nieuws", Assert.Single(await bench.ArticlesAsync()).Title);
    }

    [Fact]
    public async Task Topics_come_from_the_source_and_from_the_rules()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("De Wsnp verandert", "https://bron.example/1"), Rss.Item("Iets anders", "https://bron.example/2")), Rss.Type);
        var (ruled, fixedTopic) = (Sample.Topic("wsnp"), Sample.Topic("beleid"));
        ruled.Rule = "wsnp OF \"wettelijke schuldsanering\"";
        await using (var db = bench.Archive.Open())
        {
            db.Topics.AddRange(ruled, fixedTopic);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.AddSourceAsync("/feed.xml", source => source.Topics.Add(new SourceTopic { TopicId = fixedTopic.Id }));
        await bench.HarvestAsync();
        var articles = await bench.ArticlesAsync();
        Assert.Equal([(ruled.Id, TaggedBy.Rule), (fixedTopic.Id, TaggedBy.Source)], articles[0].Topics.Select(tag => (tag.TopicId, tag.TaggedBy)).Order());
        Assert.Equal(fixedTopic.Id, Assert.Single(articles[1].Topics).TopicId);
    }

    [Fact]
    public async Task What_an_editor_set_is_left_alone_when_the_text_changes()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Rotterdam past artikel 4a Wgs toe op de wsnp", "https://bron.example/1")), Rss.Type);
        var topic = Sample.Topic("wsnp");
        topic.Rule = "wsnp EN gemeente:rotterdam";
        await using (var db = bench.Archive.Open())
        {
            db.Topics.Add(topic);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var before = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal(("wgs/4a", "rotterdam", topic.Id), (Assert.Single(before.Laws), Assert.Single(before.Municipalities), Assert.Single(before.Topics).TopicId));
        await using (var db = bench.Archive.Open())
        {
            var article = await db.Articles.SingleAsync(TestContext.Current.CancellationToken);
            (article.Kind, article.Municipalities, article.SetByHand) = (ArticleKind.Praktijk, ["utrecht"], [ArticleProperty.Soort, ArticleProperty.Gemeenten]);
            await TopicTagging.JudgeAsync(db, article.Id, topic.Id, fits: false, Sample.Morning, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Rotterdam past artikel 5 Wgs toe op de wsnp", "https://bron.example/1")), Rss.Type);
        bench.Time.Advance(TimeSpan.FromHours(3));
        await bench.HarvestAsync();
        var after = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal((ArticleKind.Praktijk, "utrecht", "wgs/5"), (after.Kind, Assert.Single(after.Municipalities), Assert.Single(after.Laws)));
        Assert.Empty(after.Topics);
    }

    [Fact]
    public async Task What_stood_in_the_archive_before_gets_its_laws_and_municipalities_too()
    {
        await using var bench = await HarvestBench.StartAsync();
        await bench.AddSourceAsync("/feed.xml");
        await using (var db = bench.Archive.Open())
        {
            var source = await db.Sources.Select(one => one.Id).SingleAsync(TestContext.Current.CancellationToken);
            var byHand = Sample.Article(source, "Utrecht en artikel 3 Wgs");
            byHand.SetByHand = [ArticleProperty.Gemeenten];
            db.Articles.AddRange(Sample.Article(source, "Rotterdam en art. 4a Wgs"), byHand);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var backfill = new PropertyBackfill(bench.Archive.Factory);
        Assert.Equal(2, await backfill.GoOnAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await backfill.GoOnAsync(TestContext.Current.CancellationToken));
        var articles = await bench.ArticlesAsync();
        Assert.Equal(["rotterdam wgs/4a", " wgs/3"], articles.OrderBy(article => article.Id).Select(article => $"{string.Join(' ', article.Municipalities)} {string.Join(' ', article.Laws)}"));
    }

    [Fact]
    public async Task One_bad_source_never_stops_the_rest()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/goed.xml", Rss.Feed(Rss.Item("Goed", "https://bron.example/1")), Rss.Type);
        bench.Server.Serve("/pagina", "<!doctype html><html><head><title>Welkom</title></head><body>Onderhoud</body></html>");
        bench.Server.Map("/weg", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        foreach (var path in new[] { "/weg", "/pagina", "/bestaat-niet", "/goed.xml" })
            await bench.AddSourceAsync(path);
        var visits = await bench.HarvestAsync();
        Assert.Equal(
            [HarvestOutcome.Unreachable, HarvestOutcome.Unreadable, HarvestOutcome.Gone, HarvestOutcome.Harvested],
            visits.OrderBy(visit => visit.SourceId).Select(visit => visit.Outcome));
        Assert.All(visits, visit => Assert.EndsWith(".", visit.Message, StringComparison.Ordinal));
        Assert.Equal("Goed", Assert.Single(await bench.ArticlesAsync()).Title);
    }

    [Fact]
    public async Task Failures_in_a_row_double_the_wait_to_a_day_and_a_success_ends_that()
    {
        await using var bench = await HarvestBench.StartAsync();
        var source = await bench.AddSourceAsync("/feed.xml", source => source.EveryMinutes = 60);
        var waits = new List<double>();
        for (var failure = 0; failure < 7; failure++)
        {
            await bench.HarvestAsync(TimeSpan.FromDays(2));
            waits.Add(((await bench.SourceAsync(source.Id)).NextCheckAt - bench.Time.GetUtcNow()).TotalHours);
        }

        Assert.All(waits.Zip([2, 4, 8, 16, 24, 24, 24]), wait => Assert.InRange(wait.First, wait.Second, wait.Second * 1.1));
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Terug", "https://bron.example/1")), Rss.Type);
        await bench.HarvestAsync(TimeSpan.FromDays(3));
        var recovered = await bench.SourceAsync(source.Id);
        Assert.Equal(0, recovered.FailureCount);
        Assert.InRange((recovered.NextCheckAt - bench.Time.GetUtcNow()).TotalMinutes, 60, 66);
    }

    [Fact]
    public async Task What_the_server_asks_by_retry_after_is_a_minimum()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Map("/feed.xml", context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "172800");
            return Task.CompletedTask;
        });
        var source = await bench.AddSourceAsync("/feed.xml");
        Assert.Equal(HarvestOutcome.Busy, (await bench.HarvestOneAsync()).Outcome);
        Assert.Equal(2, ((await bench.SourceAsync(source.Id)).NextCheckAt - bench.Time.GetUtcNow()).TotalDays, precision: 3);
    }

    [Fact]
    public async Task A_source_that_is_switched_off_or_not_due_is_left_alone()
    {
        await using var bench = await HarvestBench.StartAsync();
        await bench.AddSourceAsync("/uit.xml", source => source.Enabled = false);
        await bench.AddSourceAsync("/later.xml", source => source.NextCheckAt = bench.Time.GetUtcNow().AddDays(9));
        Assert.Empty(await bench.HarvestAsync());
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task A_list_page_is_read_as_far_as_robots_txt_allows()
    {
        await using var bench = await HarvestBench.StartAsync();
        var links = string.Concat(Enumerable.Range(1, 6).Select(number => $"<article><h2><a href=\"/nieuws/stuk-{number}\">Een duidelijke kop over stuk {number}</a></h2><p>Een regel eronder.</p></article>"));
        bench.Server.Serve("/nieuws", $"<!doctype html><html lang=\"nl\"><body><main><h1>Nieuws</h1>{links}</main></body></html>");
        bench.Server.Serve("/dicht/nieuws", $"<!doctype html><html><body><main>{links}</main></body></html>");
        bench.Server.Serve("/robots.txt", "User-agent: *\nDisallow: /dicht/\n", "text/plain");
        await bench.AddSourceAsync("/nieuws", source => source.Format = SourceFormat.Page);
        await bench.AddSourceAsync("/dicht/nieuws", source => source.Format = SourceFormat.Page);
        var visits = (await bench.HarvestAsync()).OrderBy(visit => visit.SourceId).ToList();
        Assert.Equal([HarvestOutcome.Harvested, HarvestOutcome.Disallowed], visits.Select(visit => visit.Outcome));
        Assert.Equal(6, (await bench.ArticlesAsync()).Count);
        Assert.DoesNotContain(bench.Server.Requests, request => request.PathAndQuery == "/dicht/nieuws");
    }

    [Fact]
    public async Task Reading_goes_on_where_the_last_visit_stopped()
    {
        await using var bench = await HarvestBench.StartAsync();
        var urls = string.Concat(Enumerable.Range(0, 250).Select(number => $"<url><loc>{bench.Server.Url($"/stuk/{number}")}</loc><lastmod>2026-11-01</lastmod><news:news><news:title>Stuk {number}</news:title></news:news></url>"));
        bench.Server.Serve("/sitemap.xml", $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">{urls}</urlset>", "application/xml", etag: "\"1\"");
        var source = await bench.AddSourceAsync("/sitemap.xml", source => source.Format = SourceFormat.Sitemap);
        await bench.HarvestAsync();
        Assert.Equal(200, (await bench.ArticlesAsync()).Count);
        Assert.NotNull((await bench.SourceAsync(source.Id)).ReadingState);
        await bench.HarvestAsync();
        Assert.Equal(250, (await bench.ArticlesAsync()).Count);
    }

    [Fact]
    public async Task A_packed_sitemap_of_fifty_thousand_addresses_is_taken_in_parts_newest_first()
    {
        await using var bench = await HarvestBench.StartAsync();
        var urls = string.Concat(Enumerable.Range(0, 50_000).Select(number => $"<url><loc>{bench.Server.Url($"/stuk/{number}")}</loc><lastmod>{new DateTime(2026, 1, 1).AddMinutes(number):yyyy-MM-ddTHH:mm:ssZ}</lastmod></url>"));
        bench.Server.Serve("/index.xml", $"<sitemapindex><sitemap><loc>{bench.Server.Url("/deel.xml.gz")}</loc></sitemap></sitemapindex>", "application/xml");
        bench.Server.Serve("/deel.xml.gz", Packed($"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{urls}</urlset>"), "application/gzip");
        await bench.AddSourceAsync("/index.xml", source => source.Format = SourceFormat.Sitemap);
        var visit = await bench.HarvestOneAsync();
        Assert.Equal((HarvestOutcome.Unchanged, 200, 200), (visit.Outcome, visit.Tally.Seen, visit.Tally.Waiting));
        Assert.Contains("nog meer adressen", visit.Message, StringComparison.Ordinal);
        Assert.Equal(bench.Server.Url("/stuk/49999"), (await bench.PagesAsync())[0].Url);
        await bench.HarvestAsync();
        Assert.Equal(400, (await bench.PagesAsync()).Select(page => page.Url).Distinct().Count());
    }

    [Fact]
    public async Task The_pages_of_a_list_are_turned_and_each_piece_is_read_once()
    {
        await using var bench = await HarvestBench.StartAsync();
        string List(int first, string next) => "<!doctype html><html lang=\"nl\"><body><main><h1>Nieuws</h1>" + string.Concat(Enumerable.Range(first, 6)
            .Select(number => $"<article><h2><a href=\"/nieuws/stuk-{number}\">Een duidelijke kop over stuk {number}</a></h2><p>Een regel eronder.</p></article>")) + next + "</main></body></html>";
        bench.Server.Map("/nieuws", context => context.Response.WriteAsync(
            context.Request.Query["page"] == "2" ? List(7, "") : List(1, "<nav><a rel=\"next\" href=\"/nieuws?page=2\">Volgende</a></nav>"), context.RequestAborted));
        foreach (var number in Enumerable.Range(1, 12))
            bench.Server.Serve($"/nieuws/stuk-{number}", Pages.Site.Article($"Stuk {number}"));
        await bench.AddSourceAsync("/nieuws", source => source.Format = SourceFormat.Page);
        Assert.Equal("12 nieuwe stukken.", (await bench.HarvestOneAsync()).Message);
        Assert.Equal(12, (await bench.ReadPagesAsync()).Read);
        Assert.All(await bench.ArticlesAsync(), article => Assert.Contains("Alinea 12", article.BodyText, StringComparison.Ordinal));
        await bench.HarvestAsync();
        Assert.Equal(default, await bench.ReadPagesAsync());
    }

    [Fact]
    public async Task A_repository_that_counts_in_days_and_forgets_its_token_is_read_whole_in_the_end()
    {
        await using var bench = await HarvestBench.StartAsync();
        var repository = new ForgetfulRepository(bench.Time);
        bench.Server.Map("/oai", context => context.Response.WriteAsync(repository.Answer(context.Request.Query), context.RequestAborted));
        await bench.AddSourceAsync("/oai", source => source.Format = SourceFormat.OaiPmh);
        for (var harvest = 0; harvest < 12 && (await bench.ArticlesAsync()).Count < ForgetfulRepository.Records; harvest++)
            await bench.HarvestAsync(TimeSpan.FromDays(2));
        Assert.Equal(ForgetfulRepository.Records, (await bench.ArticlesAsync()).Count);
        Assert.All(bench.Server.Requests.Where(request => request.PathAndQuery.Contains("from=", StringComparison.Ordinal)),
            request => Assert.DoesNotContain("T00", request.PathAndQuery, StringComparison.Ordinal));
        Assert.True(repository.Forgotten > 0);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    [Fact]
    public async Task A_record_that_its_repository_deletes_is_withdrawn_not_lost()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Map("/oai", async context => await context.Response.WriteAsync(Oai(context.Request.Query["verb"], deleted: false), TestContext.Current.CancellationToken));
        await bench.AddSourceAsync("/oai", source => source.Format = SourceFormat.OaiPmh);
        var visit = await bench.HarvestOneAsync();
        Assert.True(visit.Succeeded, visit.Message);
        Assert.Equal(ArticleState.Visible, Assert.Single(await bench.ArticlesAsync()).State);
        bench.Server.Map("/oai", async context => await context.Response.WriteAsync(Oai(context.Request.Query["verb"], deleted: true), TestContext.Current.CancellationToken));
        await bench.HarvestAsync(TimeSpan.FromDays(2));
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal((ArticleState.Withdrawn, "De bron heeft dit stuk ingetrokken."), (article.State, article.StateReason));
    }

    private static string Oai(string? verb, bool deleted)
    {
        const string metadata = """<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Schulden en stress</dc:title><dc:identifier>https://bewaarplaats.example/1</dc:identifier><dc:date>2026-10-01</dc:date></oai_dc:dc></metadata>""";
        var record = $"<record><header{(deleted ? " status=\"deleted\"" : "")}><identifier>oai:bewaarplaats.example:1</identifier><datestamp>2026-11-01</datestamp></header>{(deleted ? "" : metadata)}</record>";
        var answer = verb switch
        {
            "Identify" => "<Identify><repositoryName>Bewaarplaats</repositoryName><granularity>YYYY-MM-DD</granularity></Identify>",
            "ListMetadataFormats" => "<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat></ListMetadataFormats>",
            _ => $"<ListRecords>{record}</ListRecords>",
        };
        return $"<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>2026-11-20T08:00:00Z</responseDate>{answer}</OAI-PMH>";
    }
}
