using System.Text;
using Kiosk.Data;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Tests.Pages;
using Kiosk.Web.WebSub;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Tests.Feeds;

/// <summary>A WebSub hub on this machine is told of feeds that changed.</summary>
public sealed class HubTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_hub_hears_once_of_each_feed_that_changed_and_again_if_it_was_down(StorageKind kind)
    {
        var time = new ManualTime();
        await using var archive = await TestArchive.CreateAsync(kind, time);
        await using var server = await LoopbackServer.StartAsync();
        var (status, told) = (202, new List<string>());
        server.Map("/hub", async http =>
        {
            var form = await http.Request.ReadFormAsync();
            told.Add($"{form["hub.mode"]} {form["hub.url"]}");
            Assert.Equal(form["hub.url"], form["hub.topic"]);
            http.Response.StatusCode = status;
        });
        await using var services = Services(archive, server, time, server.Url("hub"));
        var round = services.GetRequiredService<HubRound>();
        await using (var db = archive.Open())
        {
            db.Sources.Add(Sample.Source());
            db.Topics.Add(Sample.Topic());
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            db.Articles.Add(Sample.Article(db.Sources.Single().Id, "Van tevoren"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await RunAsync(archive, round);
        await using (var db = archive.Open())
        {
            var article = Sample.Article(db.Sources.Single().Id, "Nieuw");
            article.Topics.Add(new ArticleTopic { TopicId = db.Topics.Single().Id, TaggedBy = TaggedBy.Rule, TaggedAt = time.GetUtcNow() });
            db.Articles.Add(article);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await RunAsync(archive, round);
        Assert.Empty(told);
        status = 500;
        time.Advance(HubFollower.Gathering + TimeSpan.FromSeconds(1));
        await RunAsync(archive, round);
        Assert.Single(told);
        status = 202;
        time.Advance(TimeSpan.FromMinutes(10));
        await RunAsync(archive, round);
        var slug = Sample.Source().Slug;
        var expected = new[] { "/bestand", "/onderwerp/wsnp/bestand", $"/bron/{slug}/bestand" }.SelectMany(feed => new[] { "rss.xml", "atom.xml", "feed.json" }, (feed, file) => $"publish https://kiosk.example{feed}/{file}");
        Assert.Equal(expected.Order(), told.Skip(1).Order());
        time.Advance(TimeSpan.FromDays(1));
        await RunAsync(archive, round);
        Assert.Equal(10, told.Count);
    }

    [Fact]
    public async Task A_feed_names_its_hub_and_itself_in_its_headers_and_in_each_format()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill, configure: builder => builder.Configuration["Kiosk:WebSub:Hub"] = "https://hub.example/");
        foreach (var file in new[] { "rss.xml", "atom.xml", "feed.json" })
        {
            using var answer = await kiosk.GetAsync($"/onderwerp/wsnp/bestand/{file}");
            var links = string.Join(", ", answer.Headers.GetValues("Link"));
            Assert.Contains("<https://hub.example/>; rel=\"hub\"", links, StringComparison.Ordinal);
            Assert.Contains($"/onderwerp/wsnp/bestand/{file}>; rel=\"self\"", links, StringComparison.Ordinal);
            Assert.Contains("https://hub.example/", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using var list = await kiosk.GetAsync("/lijst/1/bestand/rss.xml");
        Assert.DoesNotContain("hub", await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_refused_and_a_wrong_one_is_said()
    {
        var time = new ManualTime();
        await using var archive = await TestArchive.CreateAsync(StorageKind.Sqlite, time);
        await using var server = await LoopbackServer.StartAsync();
        await using var services = Services(archive, server, time, "https://127.0.0.1:1/hub");
        Assert.Contains("openbare internet", (await services.GetRequiredService<Poster>().PostAsync("https://127.0.0.1:1/hub", Encoding.ASCII.GetBytes("x"), "text/plain", new Dictionary<string, string>(), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Contains("Kiosk:WebSub:Hub", Assert.Single(new WebSubOptions { Hub = "hub.example" }.Problems()), StringComparison.Ordinal);
        Assert.Empty(new WebSubOptions { Hub = "https://hub.example/" }.Problems());
    }

    private static ServiceProvider Services(TestArchive archive, LoopbackServer server, ManualTime time, string hub)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Kiosk:Fetch:AllowedPrivateHosts"] = server.Host }).Build();
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time).AddSingleton(archive.Factory).AddKioskFetching(configuration)
            .AddSingleton(Options.Create(new KioskOptions { Address = "https://kiosk.example" })).AddSingleton(Options.Create(new WebSubOptions { Hub = hub }))
            .AddSingleton<PublicAddress>().AddSingleton(new HarvestOptions()).AddSingleton<HubFollower>().AddSingleton<HubRound>().BuildServiceProvider();
    }

    private static async Task RunAsync(TestArchive archive, HubRound round)
    {
        await using var db = archive.Open();
        await LastChange.FollowAsync(db, ArchiveProperty.HubFollowedTo, () => round.RunDueAsync(TestContext.Current.CancellationToken));
    }
}
