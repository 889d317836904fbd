using Kiosk.Data;
using Kiosk.Ingest.Sources;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;

namespace Kiosk.Ingest.Tests.Harvesting;

public sealed class RelocationTests : IAsyncLifetime
{
    private const string FeedsJson = """{ "sources": [ { "id": "oud", "name": "Oud", "url": "URL", "format": "feed" } ] }""";

    private HarvestBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await HarvestBench.StartAsync();
        _bench.Server.Serve("/nieuw", Rss.Feed(Rss.Item("Stuk", "https://bron.example/1")), Rss.Type);
        _bench.Server.Serve("/elders", Rss.Feed(Rss.Item("Stuk", "https://bron.example/1")), Rss.Type);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(301)]
    [InlineData(308)]
    public async Task A_move_that_has_held_for_a_week_is_followed_and_that_is_said(int status)
    {
        _bench.Server.Redirect("/oud", status, "/nieuw");
        var source = await _bench.AddSourceAsync("/oud");
        var first = await _bench.HarvestOneAsync();
        Assert.Contains($"voorgoed is verhuisd naar {_bench.Server.Url("/nieuw")}", first.Message, StringComparison.Ordinal);
        Assert.Equal("Niets nieuws: de bron is precies gelijk aan de vorige keer.", (await _bench.HarvestOneAsync(TimeSpan.FromDays(6.9))).Message);
        Assert.Equal(_bench.Server.Url("/oud"), (await _bench.SourceAsync(source.Id)).Url);

        var last = await _bench.HarvestOneAsync(TimeSpan.FromDays(3));

        Assert.EndsWith($"Deze bron is verhuisd naar {_bench.Server.Url("/nieuw")}; het adres is aangepast.", last.Message, StringComparison.Ordinal);
        var moved = await _bench.SourceAsync(source.Id);
        Assert.Equal((_bench.Server.Url("/nieuw"), _bench.Server.Url("/oud"), (string?)null), (moved.Url, moved.MovedFrom, moved.MovedTo));
        Assert.Equal(last.Message, moved.LastMessage);
        await _bench.HarvestAsync(TimeSpan.FromDays(2));
        Assert.Equal("/nieuw", _bench.Server.Requests[^1].PathAndQuery);
        Assert.Single(await _bench.ArticlesAsync());
    }

    [Theory]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    public async Task A_temporary_redirect_is_never_followed_for_good(int status)
    {
        _bench.Server.Redirect("/oud", status, "/nieuw");
        Assert.Equal("/oud", await AddressAfterWeeksAsync());
    }

    [Fact]
    public async Task A_chain_counts_as_far_as_it_is_permanent()
    {
        _bench.Server.Redirect("/oud", 301, "/halte");
        _bench.Server.Redirect("/halte", 302, "/nieuw");
        Assert.Equal("/halte", await AddressAfterWeeksAsync());
    }

    [Fact]
    public async Task A_chain_that_begins_temporary_moves_nothing()
    {
        _bench.Server.Redirect("/oud", 302, "/halte");
        _bench.Server.Redirect("/halte", 301, "/nieuw");
        Assert.Equal("/oud", await AddressAfterWeeksAsync());
    }

    [Fact]
    public async Task Another_target_starts_the_week_anew()
    {
        _bench.Server.Redirect("/oud", 301, "/nieuw");
        var source = await _bench.AddSourceAsync("/oud");
        await _bench.HarvestAsync();
        _bench.Server.Redirect("/oud", 301, "/elders");
        await _bench.HarvestAsync(TimeSpan.FromDays(6));
        await _bench.HarvestAsync(TimeSpan.FromDays(6));
        Assert.Equal(_bench.Server.Url("/oud"), (await _bench.SourceAsync(source.Id)).Url);
        await _bench.HarvestAsync(TimeSpan.FromDays(2));
        Assert.Equal(_bench.Server.Url("/elders"), (await _bench.SourceAsync(source.Id)).Url);
    }

    [Fact]
    public async Task A_server_that_takes_its_move_back_starts_the_week_anew()
    {
        _bench.Server.Redirect("/oud", 301, "/nieuw");
        var source = await _bench.AddSourceAsync("/oud");
        await _bench.HarvestAsync();
        _bench.Server.Serve("/oud", Rss.Feed(), Rss.Type);
        await _bench.HarvestAsync(TimeSpan.FromDays(3));
        Assert.Null((await _bench.SourceAsync(source.Id)).MovedSince);
    }

    [Fact]
    public async Task A_move_to_what_does_not_read_as_the_source_is_not_followed()
    {
        _bench.Server.Redirect("/oud", 301, "/welkom");
        _bench.Server.Serve("/welkom", "<!doctype html><html><head><title>Welkom</title></head><body>Onze nieuwe site</body></html>");
        Assert.Equal("/oud", await AddressAfterWeeksAsync());
    }

    [Fact]
    public async Task A_move_to_the_address_of_another_source_is_said_and_not_made()
    {
        _bench.Server.Redirect("/oud", 301, "/nieuw");
        var source = await _bench.AddSourceAsync("/oud");
        await _bench.AddSourceAsync("/nieuw", other => other.Name = "De buren");
        await _bench.HarvestAsync();
        var visits = await _bench.HarvestAsync(TimeSpan.FromDays(8));
        Assert.Contains("daar staat al een andere bron: De buren.", Assert.Single(visits, visit => visit.SourceId == source.Id).Message, StringComparison.Ordinal);
        Assert.Equal(_bench.Server.Url("/oud"), (await _bench.SourceAsync(source.Id)).Url);
    }

    [Fact]
    public async Task A_repository_moves_with_its_questions()
    {
        _bench.Server.Map("/oai-oud", context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (301, "/oai-nieuw" + context.Request.QueryString.Value);
            return Task.CompletedTask;
        });
        _bench.Server.Map("/oai-nieuw", async context => await context.Response.WriteAsync(
            """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-20T08:00:00Z</responseDate><ListRecords><record><header><identifier>oai:x:1</identifier><datestamp>2026-11-01</datestamp></header><metadata><dc xmlns="http://purl.org/dc/elements/1.1/"><title>Schulden</title></dc></metadata></record></ListRecords></OAI-PMH>"""));
        var source = await _bench.AddSourceAsync("/oai-oud", source => source.Format = SourceFormat.OaiPmh);
        await _bench.HarvestAsync();
        var visit = await _bench.HarvestOneAsync(TimeSpan.FromDays(8));
        Assert.True(visit.Succeeded, visit.Message);
        Assert.Equal(_bench.Server.Url("/oai-nieuw"), (await _bench.SourceAsync(source.Id)).Url);
    }

    [Fact]
    public async Task The_feeds_file_undoes_a_move_only_when_it_names_another_address()
    {
        _bench.Server.Redirect("/oud", 301, "/nieuw");
        await SeedAsync("/oud");
        await _bench.HarvestAsync();
        await _bench.HarvestAsync(TimeSpan.FromDays(8));
        await SeedAsync("/oud");
        Assert.Equal(_bench.Server.Url("/nieuw"), (await _bench.SourceAsync(1)).Url);

        await SeedAsync("/elders");

        var source = await _bench.SourceAsync(1);
        Assert.Equal((_bench.Server.Url("/elders"), (string?)null), (source.Url, source.MovedFrom));
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(302, false)]
    public async Task A_410_behind_a_redirect_retires_a_source_only_if_it_moved_there_for_good(int status, bool retires)
    {
        _bench.Server.Redirect("/oud", status, "/weg");
        _bench.Server.Map("/weg", Answer(410));
        var source = await _bench.AddSourceAsync("/oud");
        var visit = await _bench.HarvestOneAsync();
        Assert.Equal(HarvestOutcome.Gone, visit.Outcome);
        Assert.Equal(retires, (await _bench.SourceAsync(source.Id)).RetiredAt is not null);
    }

    [Fact]
    public async Task A_410_retires_a_source_with_notice_and_a_visit_by_hand_brings_it_back()
    {
        _bench.Server.Serve("/feed", Rss.Feed(Rss.Item("Stuk", "https://bron.example/1")), Rss.Type);
        var source = await _bench.AddSourceAsync("/feed");
        await _bench.HarvestAsync();
        _bench.Server.Map("/feed", Answer(410));
        var visit = await _bench.HarvestOneAsync();
        Assert.Equal("De server antwoordde met 410: dit adres is voorgoed weg. Daarom kijken we hier niet meer. Wat we hebben, blijft. Weet je het nieuwe adres, zet dat dan in feeds.json.", visit.Message);
        Assert.Empty(await _bench.HarvestAsync(TimeSpan.FromDays(90)));
        Assert.Equal(ArticleState.Visible, Assert.Single(await _bench.ArticlesAsync()).State);

        _bench.Server.Serve("/feed", Rss.Feed(), Rss.Type);
        var byHand = await _bench.Round.RunNowAsync([new(source.Id, source.Url)], visited: null, TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(byHand).Succeeded);
        Assert.Null((await _bench.SourceAsync(source.Id)).RetiredAt);
        Assert.Single(await _bench.HarvestAsync(TimeSpan.FromDays(2)));
    }

    [Fact]
    public async Task A_404_retires_nothing()
    {
        var source = await _bench.AddSourceAsync("/nooit");
        await _bench.HarvestAsync();
        Assert.Null((await _bench.SourceAsync(source.Id)).RetiredAt);
    }

    private async Task<string> AddressAfterWeeksAsync()
    {
        var source = await _bench.AddSourceAsync("/oud");
        for (var week = 0; week < 3; week++)
            await _bench.HarvestAsync(TimeSpan.FromDays(7));
        return new Uri((await _bench.SourceAsync(source.Id)).Url).AbsolutePath;
    }

    private async Task SeedAsync(string path)
    {
        var reading = FeedsFile.Read(FeedsJson.Replace("URL", _bench.Server.Url(path), StringComparison.Ordinal));
        await using var db = _bench.Archive.Open();
        await Seeding.SeedAsync(db, reading.File!, _bench.Time, TestContext.Current.CancellationToken);
    }

    private static RequestDelegate Answer(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
