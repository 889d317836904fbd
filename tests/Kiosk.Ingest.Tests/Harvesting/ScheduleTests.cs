using Kiosk.Data;
using Kiosk.Ingest.Harvesting;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;

namespace Kiosk.Ingest.Tests.Harvesting;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Start = Sample.Morning;

    [Theory]
    [InlineData(1, 1)] // every hour at most, whatever comes
    [InlineData(6, 3)] // twice in the usual time between two changes
    [InlineData(40, 20)]
    [InlineData(24 * 14, 24)] // never less than daily
    public void A_source_is_checked_twice_in_the_usual_time_between_two_changes(int hoursBetween, double hours)
    {
        var source = Source(every: 60);
        var now = Start;
        for (var change = 0; change < 6; change++)
            Schedule.NoteChange(source, now += TimeSpan.FromHours(hoursBetween));

        AssertHours(hours, source, now);
    }

    [Fact]
    public void One_holiday_does_not_hide_a_daily_rhythm()
    {
        var source = Source(every: 30);
        var now = Start;
        for (var change = 0; change < 10; change++)
            Schedule.NoteChange(source, now += TimeSpan.FromHours(4));
        Schedule.NoteChange(source, now += TimeSpan.FromDays(10));
        Assert.InRange(Hours(source, now), 2, 6);
        for (var change = 0; change < 5; change++)
            Schedule.NoteChange(source, now += TimeSpan.FromHours(4));
        Assert.InRange(Hours(source, now), 2, 3);
    }

    [Fact]
    public void A_source_that_falls_silent_is_checked_less_and_less_and_no_less_than_daily()
    {
        var source = Source(every: 30);
        Schedule.NoteChange(source, Start);
        AssertHours(0.5, source, Start);
        AssertHours(3, source, Start.AddHours(60));
        AssertHours(24, source, Start.AddYears(1));
    }

    [Fact]
    public void A_floor_of_more_than_a_day_is_kept()
    {
        var source = Source(every: 60 * 24 * 7);
        Schedule.NoteChange(source, Start);
        AssertHours(24 * 7, source, Start.AddYears(1));
    }

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData(180, null, 3)]
    [InlineData(null, 180, 3)]
    [InlineData(240, 180, 4)]
    [InlineData(10, 10, 1)] // what is asked never shortens
    [InlineData(525_600, 525_600, 24)] // nor does it keep us away for more than a day
    public void What_feed_and_server_ask_is_honoured_within_reason(int? askedMinutes, int? freshMinutes, double hours)
    {
        var source = Source(every: 60);
        source.AskedMinutes = askedMinutes;
        AssertHours(hours, source, Start, freshFor: freshMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
    }

    [Theory]
    [InlineData(1, 0, 2)]
    [InlineData(2, 0, 4)]
    [InlineData(9, 10, 24)] // at least daily for two weeks
    [InlineData(30, 28, 48)]
    [InlineData(60, 140, 240)]
    [InlineData(99, 4_000, 720)] // and at least monthly for ever
    public void A_source_that_keeps_failing_is_tried_ever_more_seldom_and_never_given_up(int failures, int days, double hours)
    {
        var source = Source(every: 60);
        (source.FailureCount, source.FailingSince) = (failures, Start.AddDays(-days));
        AssertHours(hours, source, Start);
    }

    [Fact]
    public void Rest_that_is_asked_for_is_kept_when_it_is_longer()
    {
        Assert.Equal(Start.AddDays(3), Schedule.NextCheck(Source(every: 60), Start, TimeSpan.FromDays(3)));
        Assert.True(Schedule.NextCheck(Source(every: 60), Start, TimeSpan.FromSeconds(1)) >= Start.AddHours(1));
    }

    [Fact]
    public void A_thousand_sources_that_started_together_come_apart()
    {
        var minutes = Enumerable.Range(1, 1_000).Select(id =>
        {
            var source = Source(every: 60);
            source.Id = id;
            var next = Start;
            for (var round = 0; round < 12; round++)
                next = Schedule.NextCheck(source, next, retryAfter: null);
            return (int)(next - Start).TotalMinutes;
        }).GroupBy(static minute => minute).ToList();
        // Twelve rounds later they come spread over more than an hour.
        Assert.True(minutes.Count >= 60);
        Assert.All(minutes, static sources => Assert.InRange(sources.Count(), 1, 40));
    }

    [Theory]
    [InlineData("<ttl>180</ttl>", "", 3)]
    [InlineData("<sy:updatePeriod xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">daily</sy:updatePeriod><sy:updateFrequency xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">4</sy:updateFrequency>", "", 6)]
    [InlineData("", "max-age=7200", 2)]
    [InlineData("", "public, max-age=36000, s-maxage=60", 10)]
    [InlineData("", "no-cache, max-age=36000", 1)]
    [InlineData("", "max-age=ooit", 1)]
    [InlineData("<ttl>-5</ttl>", "", 1)]
    [InlineData("<ttl>99999999999999999999</ttl>", "", 1)]
    [InlineData("<ttl>99999999</ttl>", "max-age=99999999999", 24)]
    public async Task A_harvest_reads_how_long_it_should_stay_away_and_a_304_does_not_forget_it(string field, string cacheControl, double hours)
    {
        await using var bench = await HarvestBench.StartAsync();
        var feed = $"<rss version=\"2.0\"><channel><title>Bron</title>{field}{Rss.Item("Stuk", "https://bron.example/1")}</channel></rss>";
        bench.Server.Map("/feed", async context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            if (cacheControl.Length > 0)
                context.Response.Headers.CacheControl = cacheControl;
            if (context.Request.Headers.IfNoneMatch == "\"1\"")
                context.Response.StatusCode = 304;
            else
                await context.Response.WriteAsync(feed, TestContext.Current.CancellationToken);
        });
        var source = await bench.AddSourceAsync("/feed");
        await bench.HarvestAsync();
        AssertHours(hours, (await bench.SourceAsync(source.Id)).NextCheckAt - bench.Time.GetUtcNow());
        Assert.Equal(HarvestOutcome.NotModified, (await bench.HarvestOneAsync(TimeSpan.FromHours(27))).Outcome);
        AssertHours(Math.Max(hours, 27 / 20d), (await bench.SourceAsync(source.Id)).NextCheckAt - bench.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(429, "7200", 2)]
    [InlineData(503, "7200", 2)]
    [InlineData(429, "Fri, 31 Dec 9999 23:59:59 GMT", 24 * 7)]
    [InlineData(503, "999999999", 24 * 7)]
    [InlineData(429, "Thu, 01 Jan 1970 00:00:00 GMT", 2)] // the failure itself doubles the hour
    [InlineData(429, "-1", 2)]
    [InlineData(503, "straks", 2)]
    [InlineData(503, "99999999999999999999999", 2)]
    public async Task Rest_is_asked_for_in_seconds_or_as_a_date_and_absurd_values_are_bounded(int status, string retryAfter, double hours)
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Map("/feed", context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (status, retryAfter);
            return Task.CompletedTask;
        });
        var source = await bench.AddSourceAsync("/feed");
        Assert.Equal(HarvestOutcome.Busy, (await bench.HarvestOneAsync()).Outcome);
        AssertHours(hours, (await bench.SourceAsync(source.Id)).NextCheckAt - bench.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_host_that_asks_for_rest_is_asked_nothing_more_and_the_pages_follow_later()
    {
        await using var bench = await HarvestBench.StartAsync();
        var urls = string.Concat(Enumerable.Range(1, 40).Select(number => $"<url><loc>{bench.Server.Url($"/stuk/{number}")}</loc></url>"));
        bench.Server.Serve("/sitemap.xml", $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{urls}</urlset>", "application/xml");
        var isBusy = true;
        for (var number = 1; number <= 40; number++)
        {
            bench.Server.Map($"/stuk/{number}", async context =>
            {
                if (isBusy)
                    (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "1");
                else
                    await context.Response.WriteAsync(Page(context.Request.Path), TestContext.Current.CancellationToken);
            });
        }

        await bench.AddSourceAsync("/sitemap.xml", source => source.Format = SourceFormat.Sitemap);
        await bench.HarvestOneAsync();
        await ReadPagesAsync();
        Assert.Single(bench.Server.Requests, request => request.PathAndQuery.StartsWith("/stuk/", StringComparison.Ordinal));

        isBusy = false;
        Assert.Equal(40, (await Eventually.GetAsync(ReadPagesAsync, static articles => articles.Count == 40)).Count);

        async Task<List<Article>> ReadPagesAsync()
        {
            bench.Time.Advance(TimeSpan.FromDays(4));
            await bench.Pages.RunDueAsync(visited: null, TestContext.Current.CancellationToken);
            return await bench.ArticlesAsync();
        }
    }

    private static string Page(string path) => $"<!doctype html><html lang=\"nl\"><head><title>Stuk {path}</title></head><body><main><article><h1>Stuk {path}</h1>"
        + string.Concat(Enumerable.Repeat($"<p>De gemeente belt bewoners met een betalingsachterstand binnen een week op, en dat helpt bijna altijd, ook bij {path}.</p>", 6)) + "</article></main></body></html>";

    private static Source Source(int every)
    {
        var source = Sample.Source();
        (source.Id, source.EveryMinutes) = (1, every);
        return source;
    }

    private static double Hours(Source source, DateTimeOffset now, TimeSpan? freshFor = null) => (Schedule.NextCheck(source, now, retryAfter: null, freshFor) - now).TotalHours;

    private static void AssertHours(double hours, Source source, DateTimeOffset now, TimeSpan? freshFor = null) => Assert.InRange(Hours(source, now, freshFor), hours * 0.99, hours * 1.11);

    private static void AssertHours(double hours, TimeSpan actual) => Assert.InRange(actual.TotalHours, hours * 0.99, hours * 1.11);
}
