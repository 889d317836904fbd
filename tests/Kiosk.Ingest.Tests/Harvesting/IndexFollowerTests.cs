using Kiosk.Data;
using Kiosk.Data.Changes;
using Kiosk.Ingest.Indexing;
using Kiosk.Search;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kiosk.Ingest.Tests.Harvesting;

public sealed class IndexFollowerTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_index_follows_what_is_added_changed_hidden_and_removed(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var ids = await FillAsync(archive, "Vroegsignalering werkt", "Incasso vernieuwd", "Beslagvrije voet");
        using var index = SearchIndex.Open(IndexFile(archive), "a");
        using var follower = new IndexFollower(archive.Factory, index, NullLogger<IndexFollower>.Instance);
        await follower.CatchUpAsync(cancellation: Cancellation);
        Assert.Equal([ids[1]], Found(index, "incasso"));
        await using (var db = archive.Open())
        {
            await db.Articles.Where(article => article.Id == ids[0]).ExecuteUpdateAsync(set => set.SetProperty(article => article.Title, "Huisbezoek werkt"), Cancellation);
            await db.Articles.Where(article => article.Id == ids[1]).ExecuteUpdateAsync(set => set.SetProperty(article => article.State, ArticleState.Hidden), Cancellation);
            await db.Articles.Where(article => article.Id == ids[2]).ExecuteDeleteAsync(Cancellation);
        }

        await Eventually.GetAsync(() => follower.CatchUpAsync(cancellation: Cancellation), _ => index.Count == 1 && Found(index, "huisbezoek").Any());
        Assert.Equal([ids[0]], Found(index, "huisbezoek"));
        Assert.Empty(Found(index, "vroegsignalering"));
        Assert.Empty(Found(index, "incasso"));
        Assert.Equal(1, index.Count);
        Assert.Equal(0, await follower.CatchUpAsync(cancellation: Cancellation));
    }

    [Fact]
    public async Task A_deleted_index_comes_back_by_itself()
    {
        await using var archive = await TestArchive.CreateAsync();
        var ids = await FillAsync(archive, "Vroegsignalering werkt");
        using (var index = SearchIndex.Open(IndexFile(archive), "a"))
        using (var follower = new IndexFollower(archive.Factory, index, NullLogger<IndexFollower>.Instance))
            await follower.CatchUpAsync(cancellation: Cancellation);
        foreach (var file in Directory.GetFiles(archive.Options.DataDirectory, "search.db*"))
            File.Delete(file);
        using var again = SearchIndex.Open(IndexFile(archive), "a");
        using var refill = new IndexFollower(archive.Factory, again, NullLogger<IndexFollower>.Instance);
        await refill.CatchUpAsync(cancellation: Cancellation);
        Assert.Equal(ids, Found(again, "vroegsignalering"));
    }

    [Fact]
    public async Task An_index_that_is_ahead_of_a_restored_archive_is_filled_anew()
    {
        await using var archive = await TestArchive.CreateAsync();
        var ids = await FillAsync(archive, "Stuk een", "Stuk twee");
        using var index = SearchIndex.Open(IndexFile(archive), "a");
        index.Apply([new IndexedArticle { Id = 999, Title = "Uit de toekomst", Url = "https://bron.example/999", Published = Sample.Morning }], [], new FeedPosition(0, 5_000));
        using var follower = new IndexFollower(archive.Factory, index, NullLogger<IndexFollower>.Instance);
        await follower.CatchUpAsync(cancellation: Cancellation);
        Assert.Equal(ids.Order(), Found(index, "stuk").Order());
        Assert.Empty(Found(index, "toekomst"));
    }

    [Fact]
    public async Task An_index_that_was_trimmed_out_of_the_feed_is_filled_anew()
    {
        await using var archive = await TestArchive.CreateAsync();
        await FillAsync(archive, "Eerste");
        using var index = SearchIndex.Open(IndexFile(archive), "a");
        using var follower = new IndexFollower(archive.Factory, index, NullLogger<IndexFollower>.Instance);
        await follower.CatchUpAsync(cancellation: Cancellation);
        await FillAsync(archive, "Tweede", "Derde", "Vierde");
        await using (var db = archive.Open())
            await ChangeFeed.TrimAsync(db, keep: 1, Cancellation);
        await follower.CatchUpAsync(cancellation: Cancellation);
        Assert.Equal(4, index.Count);
    }

    /// <summary>A kiosk looks once a second (IndexFollowing): one look of each node must be enough.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_nodes_on_one_archive_answer_alike_whenever_they_were_filled(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await FillAsync(archive, [.. Enumerable.Range(1, 30).Select(number => $"Schulden en incasso {number % 4}")]);
        using var early = SearchIndex.Open(IndexFile(archive), "a");
        using var earlyFollower = new IndexFollower(archive.Factory, early, NullLogger<IndexFollower>.Instance);
        await earlyFollower.CatchUpAsync(cancellation: Cancellation);
        await FillAsync(archive, "Schulden en beslag", "Incasso zonder schulden");
        using var late = SearchIndex.Open(IndexFile(archive) + "-late", "a");
        using var lateFollower = new IndexFollower(archive.Factory, late, NullLogger<IndexFollower>.Instance);
        await lateFollower.CatchUpAsync(cancellation: Cancellation);
        await using (var db = archive.Open())
            await db.Articles.Where(article => article.Title == "Schulden en beslag").ExecuteUpdateAsync(set => set.SetProperty(article => article.Title, "Schulden, incasso, beslag"), Cancellation);

        await Eventually.GetAsync(() => earlyFollower.CatchUpAsync(cancellation: Cancellation), _ => Found(early, "incasso beslag").Count() == 1);
        await Eventually.GetAsync(() => lateFollower.CatchUpAsync(cancellation: Cancellation), _ => early.Position == late.Position);
        foreach (var question in (string[])["schulden", "schulden incasso", "hoe werkt incasso bij schulden?", "beslag"])
            Assert.Equal(Found(early, question), Found(late, question));
    }

    private static string IndexFile(TestArchive archive) => Path.Combine(archive.Options.DataDirectory, "search.db");

    private static IEnumerable<long> Found(SearchIndex index, string words) => index.Search(new SearchRequest { Text = words }).Hits.Select(hit => hit.ArticleId);

    private static async Task<List<long>> FillAsync(TestArchive archive, params string[] titles)
    {
        await using var db = archive.Open();
        var source = await db.Sources.FirstOrDefaultAsync(Cancellation) ?? db.Sources.Add(Sample.Source()).Entity;
        await db.SaveChangesAsync(Cancellation);
        var articles = titles.Select(title => Sample.Article(source.Id, title)).ToList();
        db.Articles.AddRange(articles);
        await db.SaveChangesAsync(Cancellation);
        return [.. articles.Select(article => article.Id)];
    }
}
