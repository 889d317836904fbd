using System.Text;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Fetching.Robots;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Fetching.Robots;

public sealed class RobotsGateTests
{
    private static readonly Uri News = new("https://example.nl/nieuws");
    private readonly ManualTime _time = new();
    private readonly List<string> _asked = [];
    private FetchResult _answer = Answer(200, "User-agent: deKiosk\nCrawl-delay: 3\nDisallow: /intern\nSitemap: /s.xml");

    [Fact]
    public async Task A_site_is_asked_once_a_day()
    {
        var gate = Gate();

        Assert.True((await gate.MayFetchAsync(News, default)).IsAllowed);
        _time.Advance(TimeSpan.FromHours(23));
        var intern = await gate.MayFetchAsync(new Uri("https://EXAMPLE.nl/intern"), default);
        Assert.Equal(["https://example.nl/robots.txt"], _asked);
        Assert.Equal((false, "robots.txt van deze site vraagt om hier niet te komen."), (intern.IsAllowed, intern.Message));

        _time.Advance(TimeSpan.FromHours(1));
        var again = await gate.MayFetchAsync(News, default);
        Assert.Equal(2, _asked.Count);
        Assert.Equal((TimeSpan.FromSeconds(3), "/s.xml"), (again.CrawlDelay, again.Sitemaps[0]));
    }

    [Fact]
    public async Task Each_scheme_and_port_is_a_site_of_its_own()
    {
        var gate = Gate();
        foreach (var url in new[] { "http://example.nl/a", "https://example.nl/b", "http://example.nl:8080/c", "http://naam:geheim@example.nl/d", "http://[::1]:99/" })
            await gate.MayFetchAsync(new Uri(url), default);

        Assert.Equal(["http://example.nl/robots.txt", "https://example.nl/robots.txt", "http://example.nl:8080/robots.txt", "http://[::1]:99/robots.txt"], _asked);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(401)]
    [InlineData(410)]
    public async Task Where_there_is_none_all_is_allowed_whatever_body_came_along(int status)
    {
        _answer = Answer(status, "User-agent: *\nDisallow: /");

        Assert.True((await Gate().MayFetchAsync(News, default)).IsAllowed);
    }

    [Theory]
    [InlineData(FetchOutcome.ServerError)]
    [InlineData(FetchOutcome.Forbidden)]
    public async Task Redirects_that_lead_nowhere_count_as_none(FetchOutcome outcome)
    {
        _answer = new FetchResult { Outcome = outcome, Message = "In een kring.", FinalUrl = "https://example.nl/r" };

        Assert.True((await Gate().MayFetchAsync(News, default)).IsAllowed);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(null)]
    public async Task Out_of_reach_means_stay_away_for_a_while(int? status)
    {
        var gate = Gate();
        _answer = Answer(status, "") with { RetryAfter = null };
        var answer = await gate.MayFetchAsync(News, default);
        Assert.False(answer.IsAllowed);
        Assert.Contains("niet te lezen", answer.Message, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromMinutes(59));
        await gate.MayFetchAsync(News, default);
        Assert.Single(_asked);

        _answer = Answer(404, "");
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await gate.MayFetchAsync(News, default)).IsAllowed);
    }

    [Fact]
    public async Task What_was_read_before_stays_in_force_while_it_is_out_of_reach()
    {
        var gate = Gate();
        await gate.MayFetchAsync(News, default);
        _answer = Answer(503, "");
        _time.Advance(TimeSpan.FromDays(40));

        Assert.True((await gate.MayFetchAsync(News, default)).IsAllowed);
        Assert.False((await gate.MayFetchAsync(new Uri(News, "/intern"), default)).IsAllowed);
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task After_thirty_days_out_of_reach_it_counts_as_none()
    {
        var gate = Gate();
        _answer = Answer(500, "");
        for (var day = 0; day < 30; day++)
        {
            Assert.False((await gate.MayFetchAsync(News, default)).IsAllowed);
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.True((await gate.MayFetchAsync(News, default)).IsAllowed);
    }

    [Fact]
    public async Task A_failing_site_is_asked_less_and_less_and_its_retry_after_is_obeyed()
    {
        var gate = Gate();
        _answer = Answer(503, "");
        for (var hour = 0; hour < 24 * 4; hour++)
        {
            await gate.MayFetchAsync(News, default);
            _time.Advance(TimeSpan.FromHours(1));
        }

        Assert.InRange(_asked.Count, 6, 9); // after 1, 2, 4, 8, 16 hours, and then daily
        _answer = Answer(503, "") with { RetryAfter = TimeSpan.FromHours(7) };
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromHours(7), (await Gate().MayFetchAsync(News, default)).ValidUntil);
    }

    [Fact]
    public async Task Who_ask_at_once_share_one_request_and_giving_up_ends_only_ones_own_wait()
    {
        var coming = new TaskCompletionSource<FetchResult>();
        var requests = 0;
        var gate = new RobotsGate("deKiosk", (_, _) =>
        {
            Interlocked.Increment(ref requests);
            return coming.Task;
        }, _time);
        using var impatience = new CancellationTokenSource();
        var first = gate.MayFetchAsync(News, impatience.Token);
        var others = Enumerable.Range(0, 50).Select(_ => gate.MayFetchAsync(News, default)).ToList();

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        coming.SetResult(_answer);
        Assert.All(await Task.WhenAll(others), static answer => Assert.True(answer.IsAllowed));

        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task A_request_that_broke_is_not_remembered()
    {
        var breaks = true;
        var gate = new RobotsGate("deKiosk", (_, _) => breaks ? throw new InvalidOperationException() : Task.FromResult(_answer), _time);
        await Assert.ThrowsAsync<InvalidOperationException>(() => gate.MayFetchAsync(News, default));
        breaks = false;

        Assert.True((await gate.MayFetchAsync(News, default)).IsAllowed);
    }

    [Fact]
    public async Task So_many_sites_and_no_more_are_remembered()
    {
        var gate = Gate();
        for (var i = 0; i < RobotsGate.MostSites + 10; i++)
            await gate.MayFetchAsync(new Uri($"https://site{i}.example.nl/"), default);

        Assert.Equal(RobotsGate.MostSites, gate.Count);
    }

    [Fact]
    public async Task Only_the_web_has_robots_files()
    {
        Assert.True((await Gate().MayFetchAsync(new Uri("mailto:info@example.nl"), default)).IsAllowed);
        Assert.Empty(_asked);
    }

    private static FetchResult Answer(int? status, string body) => new()
    {
        Outcome = status is { } code ? FetchMessages.OutcomeOf(code) : FetchOutcome.Unreachable,
        Message = "De server antwoordt niet.",
        FinalUrl = "https://example.nl/robots.txt",
        StatusCode = status,
        Body = Encoding.UTF8.GetBytes(body),
    };

    private RobotsGate Gate() => new("deKiosk", (request, _) =>
    {
        _asked.Add(request.Url);
        return Task.FromResult(_answer);
    }, _time);
}
