using Kiosk.Data.Changes;
using Kiosk.Data.Stories;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class StoryMembershipTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_change_feed_tells_who_joins_and_leaves(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var position = await ChangeFeed.EndAsync(db);
        var ids = await AddAsync(db, (Rights.Full, 300, 0), (Rights.Full, 300, 1), (Rights.Full, 300, 2));
        Assert.Equal(ids, await ReadAsync(3));
        await StoryMembership.StartAsync(db, ids[..2], Sample.Morning);
        Assert.Equal(ids[..2], await ReadAsync(2));
        await StoryMembership.LeaveAsync(db, [ids[0]]);
        Assert.Equal(ids[..2], await ReadAsync(2));
        Assert.Empty(await db.Stories.AsNoTracking().ToListAsync());

        async Task<IEnumerable<long>> ReadAsync(int count)
        {
            var batch = await Follower.ReadAsync(db, position, count);
            position = batch.Position;
            return batch.ArticleIds.Order();
        }
    }

    [Fact]
    public async Task An_article_is_in_one_story_only()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        var ids = await AddAsync(db, (Rights.Full, 300, 0), (Rights.Full, 300, 1), (Rights.Full, 300, 2), (Rights.Full, 300, 3), (Rights.Full, 300, 4));
        await StoryMembership.StartAsync(db, ids[..2], Sample.Morning);
        var second = await StoryMembership.StartAsync(db, ids[2..4], Sample.Morning);
        await StoryMembership.JoinAsync(db, second, [ids[0]]);
        Assert.Equal([ids[0], ids[2], ids[3]], await db.Articles.Where(article => article.StoryId == second).Select(article => article.Id).Order().ToListAsync());
        Assert.Equal(second, (await db.Stories.AsNoTracking().SingleAsync()).Id);
    }

    [Fact]
    public async Task The_lead_is_the_first_of_those_that_readers_can_read_whole_and_no_teaser()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        var ids = await AddAsync(db, (Rights.Excerpt, 900, 0), (Rights.Full, 100, 1), (Rights.Full, 400, 2), (Rights.Full, 390, 3));
        var story = await StoryMembership.StartAsync(db, ids, Sample.Morning);
        Assert.Equal(ids[2], await LeadAsync(db, story));
        await db.Articles.Where(article => article.Id == ids[2]).ExecuteUpdateAsync(set => set.SetProperty(article => article.State, ArticleState.Withdrawn));
        await StoryMembership.SettleAsync(db, story);
        Assert.Equal(ids[3], await LeadAsync(db, story));
    }

    private static Task<long> LeadAsync(KioskDb db, long story) => db.Stories.AsNoTracking().Where(row => row.Id == story).Select(row => row.LeadId).SingleAsync();

    private static async Task<long[]> AddAsync(KioskDb db, params (Rights Rights, int Words, int Hour)[] articles)
    {
        var sources = Enum.GetValues<Rights>().ToDictionary(rights => rights, rights => Sample.Source("bron-" + rights));
        foreach (var (rights, source) in sources)
            source.Rights = rights;
        db.Sources.AddRange(sources.Values);
        await db.SaveChangesAsync();
        var rows = articles.Select((article, number) =>
        {
            var row = Sample.Article(sources[article.Rights].Id, $"Stuk {number}");
            (row.WordCount, row.PublishedAt) = (article.Words, Sample.Morning.AddHours(article.Hour));
            return row;
        }).ToList();
        foreach (var row in rows)
        {
            db.Articles.Add(row);
            await db.SaveChangesAsync();
        }

        return [.. rows.Select(row => row.Id)];
    }
}
