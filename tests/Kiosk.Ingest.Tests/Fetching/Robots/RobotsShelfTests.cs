using System.Text;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Fetching.Robots;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Fetching.Robots;

public sealed class RobotsShelfTests
{
    private static readonly Uri Intern = new("https://example.nl/intern");
    private readonly ManualTime _time = new();
    private readonly List<FetchRequest> _asked = [];
    private FetchResult _answer = Answer(200, "User-agent: *\nDisallow: /intern\nCrawl-delay: 7");

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_restart_and_another_node_ask_nothing_anew(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        Assert.False((await Gate(archive).MayFetchAsync(Intern, default)).IsAllowed);
        _time.Advance(TimeSpan.FromHours(23));

        var answer = await Gate(archive).MayFetchAsync(Intern, default);

        Assert.Equal((false, TimeSpan.FromSeconds(7)), (answer.IsAllowed, answer.CrawlDelay));
        Assert.Single(_asked);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task It_is_asked_for_again_with_its_validators_and_a_304_keeps_it(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        _answer = _answer with { ETag = "\"1\"", LastModified = "gisteren" };
        await Gate(archive).MayFetchAsync(Intern, default);
        _answer = Answer(304, "");
        for (var day = 0; day < 3; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            Assert.False((await Gate(archive).MayFetchAsync(Intern, default)).IsAllowed);
            Assert.Equal(("\"1\"", "gisteren"), (_asked[^1].ETag, _asked[^1].LastModified));
        }

        Assert.Equal(4, _asked.Count);
    }

    [Fact]
    public async Task Being_out_of_reach_is_remembered_over_restarts_and_so_is_its_end()
    {
        await using var archive = await TestArchive.CreateAsync();
        _answer = Answer(500, "");
        for (var day = 0; day < 30; day++)
        {
            Assert.Contains("niet te lezen", (await Gate(archive).MayFetchAsync(Intern, default)).Message, StringComparison.Ordinal);
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.True((await Gate(archive).MayFetchAsync(Intern, default)).IsAllowed);
    }

    [Fact]
    public async Task What_was_read_before_a_restart_stays_in_force_while_it_is_out_of_reach()
    {
        await using var archive = await TestArchive.CreateAsync();
        await Gate(archive).MayFetchAsync(Intern, default);
        _answer = Answer(503, "");
        _time.Advance(TimeSpan.FromDays(40));
        Assert.False((await Gate(archive).MayFetchAsync(Intern, default)).IsAllowed);
        Assert.True((await Gate(archive).MayFetchAsync(new Uri("https://example.nl/nieuws"), default)).IsAllowed);
    }

    [Fact]
    public async Task Sites_that_nobody_asks_about_are_forgotten()
    {
        await using var archive = await TestArchive.CreateAsync();
        await Gate(archive).MayFetchAsync(new Uri("https://oud.example/"), default);
        _time.Advance(TimeSpan.FromDays(61));
        await Gate(archive).MayFetchAsync(Intern, default);
        await using var db = archive.Open();
        Assert.Equal(["https://example.nl"], db.SiteRobots.Select(static known => known.Site));
    }

    [Fact]
    public async Task Two_nodes_that_ask_at_once_keep_one_answer()
    {
        await using var archive = await TestArchive.CreateAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Gate(archive).MayFetchAsync(Intern, default)));
        Assert.All(answers, static answer => Assert.False(answer.IsAllowed));
        await using var db = archive.Open();
        Assert.Single(db.SiteRobots);
    }

    [Fact]
    public async Task Of_a_huge_file_the_beginning_counts()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/robots.txt", "User-agent: *\nDisallow: /intern\n" + new string('#', 3_000_000), "text/plain");
        using var fetcher = new FetcherUnderTest(server.Host, null, ("MaxBytes", "1000000"));
        var gate = new RobotsGate("deKiosk", fetcher.FetchAsync, _time);
        Assert.False((await gate.MayFetchAsync(new Uri(server.Url("/intern")), default)).IsAllowed);
        Assert.True((await gate.MayFetchAsync(new Uri(server.Url("/nieuws")), default)).IsAllowed);
    }

    private RobotsGate Gate(TestArchive archive) => new("deKiosk", (request, _) =>
    {
        lock (_asked)
            _asked.Add(request);
        return Task.FromResult(_answer);
    }, _time, new RobotsShelf(archive.Factory));

    private static FetchResult Answer(int status, string body) => new()
    {
        Outcome = FetchMessages.OutcomeOf(status),
        Message = "De server antwoordt niet.",
        FinalUrl = "https://example.nl/robots.txt",
        StatusCode = status,
        Body = Encoding.UTF8.GetBytes(body),
    };
}
