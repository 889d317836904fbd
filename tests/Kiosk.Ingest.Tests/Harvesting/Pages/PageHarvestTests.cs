using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;

namespace Kiosk.Ingest.Tests.Harvesting.Pages;

/// <summary>The page behind each item, through the real pipeline.</summary>
public sealed class PageHarvestTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_teaser_is_stored_at_once_and_gets_the_text_of_its_page_afterwards(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        bench.Server.ServeTeasers("goed");
        bench.Server.Serve("/goed", Site.Article(head: "<meta name=\"author\" content=\"Noor Verbeek\">"));
        await bench.AddSourceAsync("/feed.xml");
        Assert.Equal("1 nieuw stuk.", (await bench.HarvestOneAsync()).Message);
        var before = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal((Site.Teaser, 0), (before.BodyText, bench.Server.Count("/goed")));
        Assert.Equal(new PageTally(1, 0), await bench.ReadPagesAsync());
        var after = Assert.Single(await bench.ArticlesAsync());
        Assert.Contains("Alinea 12", after.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", after.BodyText, StringComparison.Ordinal);
        Assert.Equal(("Stuk goed", Site.Teaser, before.PublishedAt), (after.Title, after.Lead, after.PublishedAt));
        Assert.Equal(["Noor Verbeek"], after.Authors);
        Assert.True(after.WordCount > 100);
        Assert.Empty(await bench.PagesAsync());
    }

    [Fact]
    public async Task An_unchanged_feed_costs_304s_and_no_page_twice()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("een", "twee");
        bench.Server.Serve("/een", Site.Article());
        bench.Server.Serve("/twee", Site.Article());
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        var asked = bench.Server.Requests.Count;
        Assert.Equal(HarvestOutcome.NotModified, (await bench.HarvestOneAsync()).Outcome);
        Assert.Equal(default, await bench.ReadPagesAsync());
        bench.Server.ServeTeasers("twee", "een");
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        Assert.Equal(asked + 2, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task What_says_it_all_and_sources_that_are_told_not_to_cost_no_page()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/vol.xml", Rss.Feed(Rss.Item("Vol", bench.Server.Url("/vol"), text: Site.Text)), Rss.Type);
        bench.Server.ServeTeasers("uit");
        await bench.AddSourceAsync("/vol.xml");
        await bench.AddSourceAsync("/feed.xml", source => source.ReadsPages = false);
        await bench.HarvestAsync();
        Assert.Empty(await bench.PagesAsync());
        Assert.Equal(2, (await bench.ArticlesAsync()).Count);
    }

    [Fact]
    public async Task A_page_that_fails_is_tried_five_times_ever_later_and_then_given_up_with_the_reason()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("weg");
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var waits = new List<double>();
        for (var attempt = 1; attempt < PageRetries.Most; attempt++)
        {
            Assert.Equal(new PageTally(0, 1), await bench.ReadPagesAsync());
            var page = Assert.Single(await bench.PagesAsync());
            Assert.Equal((PageState.Retrying, attempt), (page.State, page.Attempts));
            waits.Add((page.NextAttemptAt - bench.Time.GetUtcNow()).TotalHours);
            Assert.Equal(default, await bench.ReadPagesAsync());
            bench.Time.Set(page.NextAttemptAt);
        }

        Assert.Equal([1, 6, 24, 72], waits);
        await bench.ReadPagesAsync();
        var given = Assert.Single(await bench.PagesAsync());
        Assert.Equal((PageState.GivenUp, null), (given.State, given.Item));
        Assert.Contains("404", given.Message, StringComparison.Ordinal);
        Assert.Equal(Site.Teaser, Assert.Single(await bench.ArticlesAsync()).BodyText);
        await bench.HarvestAsync(TimeSpan.FromDays(8));
        await bench.ReadPagesAsync();
        Assert.Equal(PageRetries.Most, bench.Server.Count("/weg"));
    }

    [Theory]
    [InlineData(Site.Wall)]
    [InlineData("<!doctype html><html><head><title>Pagina niet gevonden</title></head><body><h1>Pagina niet gevonden</h1><p>Probeer het later opnieuw.</p></body></html>")]
    [InlineData("<!doctype html><html><body><div id=\"root\"></div><noscript>Zet JavaScript aan.</noscript></body></html>")]
    public async Task What_is_no_article_never_takes_the_place_of_the_teaser(string body)
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("muur");
        bench.Server.Serve("/muur", body);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        Assert.Equal(new PageTally(0, 1), await bench.ReadPagesAsync());
        Assert.Equal(Site.Teaser, Assert.Single(await bench.ArticlesAsync()).BodyText);
        Assert.EndsWith(".", Assert.Single(await bench.PagesAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_sends_us_to_the_front_page_is_not_there()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("oud");
        bench.Server.Redirect("/oud", 302, "/");
        bench.Server.Serve("/", Site.Article("Welkom"));
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        Assert.Contains("voorpagina", Assert.Single(await bench.PagesAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_teaser_keeps_the_text_until_its_page_has_been_read_again()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("goed");
        bench.Server.Serve("/goed", Site.Article());
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Nieuwe kop", bench.Server.Url("/goed"), text: "Een andere opening …")), Rss.Type);
        await bench.HarvestAsync();
        var between = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal("Nieuwe kop", between.Title);
        Assert.Contains("Alinea 12", between.BodyText, StringComparison.Ordinal);
        bench.Server.Serve("/goed", Site.Article(text: Site.Text.Replace("Alinea 12", "Alinea 13", StringComparison.Ordinal)));
        await bench.ReadPagesAsync();
        Assert.Contains("Alinea 13", Assert.Single(await bench.ArticlesAsync()).BodyText, StringComparison.Ordinal);
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Nog een kop", bench.Server.Url("/goed"), text: "Weer een opening …")), Rss.Type);
        bench.Server.Serve("/goed", Site.Article(text: "<p>Deze pagina is ingekort tot een enkele zin die toch nog lang genoeg is om door te gaan voor een stukje tekst van een artikel, maar niet meer dan dat.</p>"));
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        Assert.Contains("Alinea 13", Assert.Single(await bench.ArticlesAsync()).BodyText, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_address_without_a_title_becomes_an_article_when_its_page_has_been_read(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        bench.Server.Serve("/sitemap.xml", Site.Sitemap(bench.Server.Url("/goed"), bench.Server.Url("/muur"), bench.Server.Url("/weg")), "application/xml");
        bench.Server.Serve("/goed", Site.Article());
        bench.Server.Serve("/muur", Site.Wall);
        await bench.AddSourceAsync("/sitemap.xml", source => source.Format = SourceFormat.Sitemap);
        var visit = await bench.HarvestOneAsync();
        Assert.Equal("3 stukken volgen als hun bladzijde is gelezen.", visit.Message);
        Assert.Empty(await bench.ArticlesAsync());
        Assert.Equal(new PageTally(1, 2), await bench.ReadPagesAsync());
        await bench.HarvestAsync();
        await bench.ReadPagesAsync(TimeSpan.FromDays(1));
        Assert.Equal("Bellen helpt", Assert.Single(await bench.ArticlesAsync()).Title);
        Assert.Equal((1, 2), (bench.Server.Count("/goed"), bench.Server.Count("/weg")));
    }

    [Fact]
    public async Task A_title_alone_is_shown_at_once_unless_only_its_page_can_satisfy_the_filter()
    {
        await using var bench = await HarvestBench.StartAsync();
        static string Bare(string title, string link) => $"<url><loc>{link}</loc><news:news><news:title>{title}</news:title></news:news></url>";
        bench.Server.Serve("/kop.xml", Rss.Feed($"<item><title>Een kop</title><link>{bench.Server.Url("/a")}</link></item>"), Rss.Type);
        bench.Server.Serve("/filter.xml", $"<urlset>{Bare("Bellen", bench.Server.Url("/b"))}{Bare("Fietsen", bench.Server.Url("/c"))}{Bare("Schulden en stress", bench.Server.Url("/weg"))}</urlset>", "application/xml");
        bench.Server.Serve("/a", Site.Article());
        bench.Server.Serve("/b", Site.Article());
        bench.Server.Serve("/c", Site.Article(text: Site.Text.Replace("betalingsachterstand", "fiets", StringComparison.Ordinal)));
        await bench.AddSourceAsync("/kop.xml");
        await bench.AddSourceAsync("/filter.xml", source => (source.Format, source.Filter) = (SourceFormat.Sitemap, "betalingsachterstand OF schulden"));
        await bench.HarvestAsync();
        Assert.Equal(["Een kop", "Schulden en stress"], (await bench.ArticlesAsync()).Select(article => article.Title).Order());
        for (var attempt = 0; attempt < PageRetries.Most; attempt++)
            await bench.ReadPagesAsync(TimeSpan.FromDays(4));
        Assert.Equal(["Bellen", "Een kop", "Schulden en stress"], (await bench.ArticlesAsync()).Select(article => article.Title).Order());
        Assert.Equal([PageState.Filtered, PageState.GivenUp], (await bench.PagesAsync()).Select(page => page.State));
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        Assert.Equal(1, bench.Server.Count("/c"));
    }

    [Fact]
    public async Task No_page_is_fetched_of_a_teaser_that_the_filter_keeps_out()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("voetbal");
        await bench.AddSourceAsync("/feed.xml", source => source.Filter = "schulden");
        await bench.HarvestAsync();
        Assert.Empty(await bench.PagesAsync());
    }

    [Fact]
    public async Task A_link_that_all_items_share_is_no_article()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Een", bench.Server.Url("/"), "g1", Site.Teaser), Rss.Item("Twee", bench.Server.Url("/"), "g2", Site.Teaser)), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        Assert.Empty(await bench.PagesAsync());
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_gets_it_for_all_its_pages()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("een", "twee", "drie");
        bench.Server.Map("/een", context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (503, "86400");
            return Task.CompletedTask;
        });
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        Assert.Equal(new PageTally(0, 1), await bench.ReadPagesAsync());
        Assert.Equal(24, ((await bench.PagesAsync())[0].NextAttemptAt - bench.Time.GetUtcNow()).TotalHours);
        Assert.Equal(0, bench.Server.Count("/twee"));
    }

    [Fact]
    public async Task A_site_that_does_not_want_us_there_is_obeyed()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("dicht");
        bench.Server.Serve("/robots.txt", "User-agent: *\nDisallow: /dicht\n", "text/plain");
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        Assert.Contains("robots.txt", Assert.Single(await bench.PagesAsync()).Message, StringComparison.Ordinal);
        Assert.Equal(0, bench.Server.Count("/dicht"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_page_whose_reader_was_killed_is_read_by_another_and_stored_once(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        bench.Server.ServeTeasers("goed");
        bench.Server.Serve("/goed", Site.Article());
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var queue = new PageQueue(bench.Archive.Factory, new WriteTurn(), new HarvestOptions(), bench.Time);
        var due = Assert.Single(await queue.DueAsync(bench.Server.Host, 10, withReports: true, TestContext.Current.CancellationToken));
        Assert.NotNull(await queue.ClaimAsync(due, TestContext.Current.CancellationToken));
        Assert.Null(await queue.ClaimAsync(due, TestContext.Current.CancellationToken));
        Assert.Equal(default, await bench.ReadPagesAsync());
        Assert.Equal(new PageTally(1, 0), await bench.ReadPagesAsync(TimeSpan.FromMinutes(11)));
        Assert.Contains("Alinea 12", Assert.Single(await bench.ArticlesAsync()).BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_lost_its_claim_writes_nothing()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("goed");
        bench.Server.Map("/goed", async context =>
        {
            // While the page is on its way, another node takes it over.
            bench.Time.Advance(TimeSpan.FromMinutes(11));
            var queue = new PageQueue(bench.Archive.Factory, new WriteTurn(), new HarvestOptions(), bench.Time);
            await queue.ClaimAsync(Assert.Single(await queue.DueAsync(bench.Server.Host, 10, withReports: true, CancellationToken.None)), CancellationToken.None);
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(Site.Article(), context.RequestAborted);
        });
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        Assert.Equal(Site.Teaser, Assert.Single(await bench.ArticlesAsync()).BodyText);
        Assert.Equal(2, Assert.Single(await bench.PagesAsync()).Attempts);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_page_that_takes_ten_times_the_lease_is_read_once_and_then_taken_off(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        bench.Server.ServeTeasers("goed");
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var (time, lease, conversion) = (new SteppedTime(bench.Time.GetUtcNow()), new HarvestOptions().Lease, new TaskCompletionSource<string>());
        var queue = new PageQueue(bench.Archive.Factory, new WriteTurn(), new HarvestOptions(), time);
        var page = await queue.ClaimAsync(Assert.Single(await queue.DueAsync(bench.Server.Host, 10, withReports: true, CancellationToken.None)), CancellationToken.None);
        var held = queue.HoldAsync(page!, token => conversion.Task.WaitAsync(token), CancellationToken.None);
        for (var beat = 1; beat <= 30; beat++)
        {
            time.Advance(lease / 3);
            var until = time.GetUtcNow() + lease;
            await time.SettledAsync(lease / 3);
            Assert.Equal(until, Assert.Single(await bench.PagesAsync()).NextAttemptAt);
        }

        conversion.SetResult("tekst");
        Assert.Equal("tekst", await held);
        await queue.TakeOffAsync(page!, CancellationToken.None);
        Assert.Empty(await bench.PagesAsync());
    }

    [Fact]
    public async Task Stopping_leaves_the_page_due_and_counts_no_attempt()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.ServeTeasers("traag");
        using var stop = new CancellationTokenSource();
        bench.Server.Map("/traag", async _ =>
        {
            await stop.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        });
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Pages.RunDueAsync(visited: null, stop.Token));
        var page = Assert.Single(await bench.PagesAsync());
        Assert.Equal((PageState.Waiting, 0, true), (page.State, page.Attempts, page.NextAttemptAt <= bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task New_settings_give_what_was_given_up_another_chance()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/sitemap.xml", Site.Sitemap(bench.Server.Url("/c")), "application/xml");
        bench.Server.Serve("/c", Site.Article());
        var source = await bench.AddSourceAsync("/sitemap.xml", source => (source.Format, source.Filter) = (SourceFormat.Sitemap, "voetbal"));
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        Assert.Equal(PageState.Filtered, Assert.Single(await bench.PagesAsync()).State);
        await using (var db = bench.Archive.Open())
        {
            var row = db.Sources.Single(row => row.Id == source.Id);
            // As a changed filter leaves it.
            (row.Filter, row.ReadingState, row.LastBodyAt, row.BodyHash) = ("betalingsachterstand", null, null, null);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        Assert.Single(await bench.ArticlesAsync());
    }
}
