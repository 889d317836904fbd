using Kiosk.Data.Changes;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class ChangeFeedTests
{
    private static readonly ChangePosition Start = new(0, 0);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Adding_changing_tagging_and_removing_an_article_each_append(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (source, topic) = await SeedAsync(archive);
        await using var db = archive.Open();
        var article = Sample.Article(source);
        db.Articles.Add(article);
        await db.SaveChangesAsync(Cancellation);
        var position = await ExpectAsync(db, Start, article.Id);

        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Title, "Anders"), Cancellation);
        position = await ExpectAsync(db, position, article.Id);

        db.ArticleTopics.Add(new ArticleTopic { ArticleId = article.Id, TopicId = topic, TaggedAt = Sample.Morning });
        await db.SaveChangesAsync(Cancellation);
        position = await ExpectAsync(db, position, article.Id);

        await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, "Nieuwe naam"), Cancellation);
        position = await ExpectAsync(db, position, article.Id);

        await db.Topics.ExecuteUpdateAsync(set => set.SetProperty(t => t.Name, "Nieuw onderwerp"), Cancellation);
        position = await ExpectAsync(db, position, article.Id);

        await db.Articles.ExecuteDeleteAsync(Cancellation);
        await ExpectAsync(db, position, article.Id);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_the_index_does_not_need_does_not_append(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (source, _) = await SeedAsync(archive);
        await using var db = archive.Open();
        db.Articles.Add(Sample.Article(source));
        await db.SaveChangesAsync(Cancellation);
        var position = (await Follower.ReadAsync(db, Start, atLeast: 1)).Position;
        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.ContentHash, "x"), Cancellation);
        await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.ETag, "y").SetProperty(s => s.NextCheckAt, Sample.Morning), Cancellation);
        Assert.Empty((await ChangeFeed.ReadAsync(db, position, 10, Cancellation)).ArticleIds);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_change_that_is_rolled_back_is_never_seen(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (source, _) = await SeedAsync(archive);
        await using var db = archive.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancellation))
        {
            db.Articles.Add(Sample.Article(source));
            await db.SaveChangesAsync(Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        Assert.Empty((await ChangeFeed.ReadAsync(db, Start, 10, Cancellation)).ArticleIds);
    }

    [Fact]
    public async Task A_slow_transaction_is_not_overtaken_on_postgres()
    {
        await using var archive = await TestArchive.CreateAsync(StorageKind.Postgres);
        var (source, _) = await SeedAsync(archive);
        await using var slow = archive.Open();
        await using var transaction = await slow.Database.BeginTransactionAsync(Cancellation);
        var early = Sample.Article(source, "Begon eerder");
        slow.Articles.Add(early);
        await slow.SaveChangesAsync(Cancellation);

        await using var quick = archive.Open();
        var late = Sample.Article(source, "Was eerder klaar");
        quick.Articles.Add(late);
        await quick.SaveChangesAsync(Cancellation);
        var before = await ChangeFeed.ReadAsync(quick, Start, 10, Cancellation);
        Assert.Empty(before.ArticleIds);

        await transaction.CommitAsync(Cancellation);
        Assert.Equal([early.Id, late.Id], (await Follower.ReadAsync(quick, before.Position, atLeast: 2)).ArticleIds);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_follower_of_many_parallel_writers_misses_nothing_and_doubles_nothing(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (source, _) = await SeedAsync(archive);
        var writing = Task.WhenAll(Enumerable.Range(0, 12).Select(writer => Task.Run(() => WriteAsync(archive, source, writer), Cancellation)));
        var seen = await FollowAsync(archive, writing);
        Assert.Equal((await writing).SelectMany(ids => ids).Order(), seen.Order());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_copy_taken_after_the_end_position_misses_nothing(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (source, _) = await SeedAsync(archive);
        await using var db = archive.Open();
        var before = Sample.Article(source, "Ervoor");
        db.Articles.Add(before);
        await db.SaveChangesAsync(Cancellation);
        await Follower.ReadAsync(db, Start, 1);
        var end = await ChangeFeed.EndAsync(db, Cancellation);
        Assert.Empty((await ChangeFeed.ReadAsync(db, end, 10, Cancellation)).ArticleIds);
        var after = Sample.Article(source, "Erna");
        db.Articles.Add(after);
        await db.SaveChangesAsync(Cancellation);
        await ExpectAsync(db, end, after.Id);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_follower_behind_the_trimmed_part_or_ahead_of_the_feed_is_told(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (source, _) = await SeedAsync(archive);
        await using var db = archive.Open();
        for (var number = 0; number < 10; number++)
        {
            db.Articles.Add(Sample.Article(source, $"Stuk {number}"));
            await db.SaveChangesAsync(Cancellation);
        }

        await Follower.ReadAsync(db, Start, atLeast: 10);
        var middle = (await ChangeFeed.ReadAsync(db, Start, 8, Cancellation)).Position;
        Assert.Equal(7, await ChangeFeed.TrimAsync(db, keep: 3, Cancellation));
        Assert.Equal(0, await ChangeFeed.TrimAsync(db, keep: 3, Cancellation));
        Assert.True((await ChangeFeed.ReadAsync(db, Start, 10, Cancellation)).Gap);
        var rest = await ChangeFeed.ReadAsync(db, middle, 10, Cancellation);
        Assert.False(rest.Gap);
        Assert.Equal(2, rest.ArticleIds.Count);
        var future = new ChangePosition(rest.Position.Transaction + (kind == StorageKind.Sqlite ? 0 : 1_000_000), rest.Position.Sequence + 1_000);
        Assert.True((await ChangeFeed.ReadAsync(db, future, 10, Cancellation)).Gap);
    }

    [Fact]
    public async Task What_came_with_a_dump_of_another_server_keeps_nobody_from_following()
    {
        await using var archive = await TestArchive.CreateAsync(StorageKind.Postgres);
        var (source, _) = await SeedAsync(archive);
        await using var db = archive.Open();
        // That server had counted further than this one.
        const long There = 9_000_000_000_000;
        db.Add(new ArchiveProperty { Name = ArchiveProperty.ChangesTrimmedTo, Value = new ChangePosition(There, 5).ToString() });
        await db.SaveChangesAsync(Cancellation);
        await db.Database.ExecuteSqlAsync($"INSERT INTO article_changes (transaction_id, article_id) VALUES ({There + 1}, 1), ({There + 2}, 2)", Cancellation);

        Assert.True((await ChangeFeed.ReadAsync(db, new ChangePosition(There + 2, 7), 10, Cancellation)).Gap);
        var end = await ChangeFeed.EndAsync(db, Cancellation);
        Assert.False((await ChangeFeed.ReadAsync(db, end, 10, Cancellation)).Gap);
        var article = Sample.Article(source);
        db.Articles.Add(article);
        await db.SaveChangesAsync(Cancellation);
        await ExpectAsync(db, end, article.Id);

        Assert.Equal(2, await ChangeFeed.TrimAsync(db, keep: 1, Cancellation));
        await ExpectAsync(db, end, article.Id);
    }

    private static async Task<ChangePosition> ExpectAsync(KioskDb db, ChangePosition after, params long[] ids)
    {
        var batch = await Follower.ReadAsync(db, after, ids.Length);
        Assert.Equal(ids, batch.ArticleIds);
        Assert.Empty((await ChangeFeed.ReadAsync(db, batch.Position, 10, Cancellation)).ArticleIds);
        return batch.Position;
    }

    private static async Task<(int Source, int Topic)> SeedAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        var (source, topic) = (Sample.Source(), Sample.Topic());
        db.Add(source);
        db.Add(topic);
        await db.SaveChangesAsync(Cancellation);
        return (source.Id, topic.Id);
    }

    /// <summary>Writes articles in transactions of uneven length, of which a third is rolled back. Returns what was committed.</summary>
    private static async Task<List<long>> WriteAsync(TestArchive archive, int source, int writer)
    {
        var random = new Random(writer);
        var committed = new List<long>();
        for (var round = 0; round < 15; round++)
        {
            await using var db = archive.Open();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            var articles = Enumerable.Range(0, random.Next(1, 4)).Select(number => Sample.Article(source, $"Stuk {writer} {round} {number}")).ToList();
            db.Articles.AddRange(articles);
            await db.SaveChangesAsync(Cancellation);
            await Task.Delay(random.Next(0, 8), Cancellation);
            if (random.Next(3) == 0)
            {
                await transaction.RollbackAsync(Cancellation);
                continue;
            }

            await transaction.CommitAsync(Cancellation);
            committed.AddRange(articles.Select(article => article.Id));
        }

        return committed;
    }

    /// <summary>Reads the feed in small bites while it grows, until all that was written has been seen, and then once more.</summary>
    private static async Task<List<long>> FollowAsync(TestArchive archive, Task<List<long>[]> writing)
    {
        var (seen, position) = (new List<long>(), Start);
        async Task<int> ReadOnAsync()
        {
            await using var db = archive.Open();
            var batch = await ChangeFeed.ReadAsync(db, position, 5, Cancellation);
            seen.AddRange(batch.ArticleIds);
            position = batch.Position;
            return batch.ArticleIds.Count;
        }

        while (!writing.IsCompleted)
            await ReadOnAsync();
        var written = (await writing).Sum(ids => ids.Count);
        await Eventually.GetAsync(ReadOnAsync, _ => seen.Count >= written);
        await ReadOnAsync();
        return seen;
    }
}
