using Kiosk.Data;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Stories;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Stories;

public sealed class StoryTests
{
    private static readonly IReadOnlyList<NewsText> Release = [.. NewsText.ReadByHand("overgenomen.md", areLookalikes: false).Select(text => text.Text).Where(text => text.News == "wachttijd")];
    private static readonly NewsText Other = NewsText.ReadByHand("overgenomen.md", areLookalikes: false).First(text => text.Text.News == "boetes").Text;

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_press_release_at_three_sites_is_one_story(StorageKind kind)
    {
        await using var bench = await StoryBench.StartAsync(kind);
        foreach (var text in Release.Append(Other))
            await bench.BringAsync(text.Source, text.Title, text.Body);
        var stories = (await bench.ArticlesAsync()).Select(article => article.StoryId).ToList();
        Assert.NotNull(stories[0]);
        Assert.Equal([stories[0], stories[0], stories[0], null], stories);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Bringing_it_again_changes_nothing(StorageKind kind)
    {
        await using var bench = await StoryBench.StartAsync(kind);
        foreach (var text in Release.Concat(Release))
            await bench.BringAsync(text.Source, text.Title, text.Body, $"https://{text.Source}.example/1", Sample.Morning.AddDays(-1));
        var articles = await bench.ArticlesAsync();
        Assert.Equal([0, 0, 0], articles.Select(article => article.Version));
        await using var db = bench.Store.Open();
        Assert.Equal(1, await db.Stories.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_article_that_becomes_other_news_leaves_its_story_and_one_that_becomes_the_news_joins(StorageKind kind)
    {
        await using var bench = await StoryBench.StartAsync(kind);
        await bench.BringAsync("een", Release[0].Title, Release[0].Body);
        await bench.BringAsync("twee", Release[1].Title, Release[1].Body, "https://twee.example/1");
        await bench.BringAsync("drie", Other.Title, Other.Body, "https://drie.example/1");
        await bench.BringAsync("twee", Other.Title, Other.Body + "\nNieuw begin.", "https://twee.example/1");
        var stories = (await bench.ArticlesAsync()).Select(article => article.StoryId).ToList();
        Assert.Null(stories[0]);
        Assert.NotNull(stories[1]);
        Assert.Equal(stories[1], stories[2]);
        await using var db = bench.Store.Open();
        Assert.Equal(1, await db.Stories.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_text_months_later_is_another_story()
    {
        await using var bench = await StoryBench.StartAsync();
        await bench.BringAsync("een", Release[0].Title, Release[0].Body, published: Sample.Morning.AddDays(-90));
        await bench.BringAsync("twee", Release[1].Title, Release[1].Body);
        Assert.All(await bench.ArticlesAsync(), article => Assert.Null(article.StoryId));
    }

    [Fact]
    public async Task A_withdrawn_lead_makes_room_for_another()
    {
        await using var bench = await StoryBench.StartAsync();
        await bench.BringAsync("een", Release[0].Title, Release[0].Body, "https://een.example/1", make: source => source.Rights = Rights.Full);
        await bench.BringAsync("twee", Release[1].Title, Release[1].Body);
        var articles = await bench.ArticlesAsync();
        await new Ingest.Archiving.Archive(bench.Store.Factory, new Ingest.Archiving.WriteTurn(), new ManualTime()).WithdrawAsync(articles[0].SourceId, ["https://een.example/1"], _ => Task.FromResult(true), default);
        await using var db = bench.Store.Open();
        Assert.Equal(articles[1].Id, (await db.Stories.SingleAsync(TestContext.Current.CancellationToken)).LeadId);
    }

    [Fact]
    public async Task Boilerplate_that_everybody_has_takes_no_more_room_than_its_share()
    {
        await using var bench = await StoryBench.StartAsync();
        var footer = string.Join(' ', Enumerable.Range(1, 40).Select(number => $"voettekst{number}"));
        for (var number = 0; number < 60; number++)
            await bench.BringAsync("bron", [new Item { Id = $"g-{number}", Title = $"Stuk {number}", Published = Sample.Morning, Content = $"<p>{footer} eigen{number} woorden{number} alleen{number}</p>" }]);
        await using var db = bench.Store.Open();
        var fullest = await db.FreshSketches.GroupBy(sketch => sketch.Hash).Select(group => group.Count()).MaxAsync(TestContext.Current.CancellationToken);
        Assert.InRange(fullest, 10, SketchTable.FullPlace);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Sketches_that_have_gathered_join_the_others_and_lead_to_their_story_all_the_same(StorageKind kind)
    {
        await using var bench = await StoryBench.StartAsync(kind);
        await bench.BringAsync("een", Release[0].Title, Release[0].Body, "https://een.example/1");
        await using var db = bench.Store.Open();
        Assert.NotEqual(0, await db.FreshSketches.CountAsync(TestContext.Current.CancellationToken));

        await FillAsync(db);
        await bench.BringAsync("twee", Release[1].Title, Release[1].Body, "https://twee.example/1");
        Assert.Equal(0, await db.FreshSketches.CountAsync(TestContext.Current.CancellationToken));
        var settled = await db.ArticleSketches.CountAsync(TestContext.Current.CancellationToken);
        Assert.InRange(settled, SketchTable.MostFresh + 1, SketchTable.MostFresh + 100);

        await bench.BringAsync("drie", Release[2].Title, Release[2].Body);
        var articles = await bench.ArticlesAsync();
        Assert.NotNull(articles[0].StoryId);
        Assert.All(articles, article => Assert.Equal(articles[0].StoryId, article.StoryId));

        await bench.BringAsync("twee", Other.Title, Other.Body, "https://twee.example/1");
        Assert.False(await db.ArticleSketches.AnyAsync(sketch => sketch.ArticleId == articles[1].Id, TestContext.Current.CancellationToken));
        Assert.Equal([articles[0].StoryId, null, articles[0].StoryId], (await bench.ArticlesAsync()).Select(article => article.StoryId));
    }

    /// <summary>Until one row more is enough for all to join the others.</summary>
    private static async Task FillAsync(KioskDb db)
    {
        var first = await db.Articles.FirstAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {SketchTable.MostFresh})
            INSERT INTO fresh_sketches (hash, article_id, period) SELECT n, {first.Id}, {SketchTable.PeriodOf(first.PublishedAt)} FROM numbers
            """, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Two_nodes_that_bring_the_news_at_once_find_each_other()
    {
        await using var bench = await StoryBench.StartAsync(StorageKind.Postgres);
        await bench.BringAsync("een", "Aanloop", "Kort.");
        await bench.BringAsync("twee", "Aanloop", "Kort.");
        await Task.WhenAll(
            Task.Run(() => bench.BringAsync("een", Release[0].Title, Release[0].Body)),
            Task.Run(() => bench.BringAsync("twee", Release[1].Title, Release[1].Body)));
        Assert.Single((await bench.ArticlesAsync()).Where(article => article.WordCount > 10).Select(article => article.StoryId).Distinct(), story => story is not null);
    }
}
