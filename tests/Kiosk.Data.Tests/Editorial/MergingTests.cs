using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Data.Stories;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests.Editorial;

public sealed class MergingTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_wrong_merge_is_split_and_each_gets_its_own_back(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (keep, merged) = await ArticleWorkTests.TwoAsync(archive);
        await EquipAsync(archive, merged.Id);
        await using var db = archive.Open();
        Assert.Equal(WorkOutcome.Done, await ArticleMerging.MergeAsync(db, ArticleWorkTests.By("Marit"), keep, merged));
        await using (var between = archive.Open())
        {
            Assert.Equal(2, await between.ArticleAliases.CountAsync(alias => alias.ArticleId == keep.Id));
            Assert.Equal(keep.Id, (await between.Picks.SingleAsync()).ArticleId);
            Assert.Equal(2, await between.ListEntries.CountAsync());
            var gone = await between.Articles.SingleAsync(article => article.Id == merged.Id);
            Assert.Equal((ArticleState.Merged, null), (gone.State, gone.InboxAt));
        }

        var act = await db.EditorialActs.AsNoTracking().SingleAsync();
        var outcome = await EditorialUndo.OneAsync(db, act.Id, ArticleWorkTests.By("Marit"));
        Assert.Equal("", string.Join('\n', outcome.Problems));

        await using var after = archive.Open();
        var articles = await after.Articles.Include(article => article.Aliases).Include(article => article.Topics).OrderBy(article => article.Id).ToListAsync();
        Assert.All(articles, article => Assert.Equal((ArticleState.Waiting, (long?)null, true), (article.State, article.MergedInto, article.InboxAt is not null)));
        Assert.Equal(["url:Een", "url:Twee"], articles.Select(article => Assert.Single(article.Aliases).Name));
        Assert.Equal([0, 1], articles.Select(article => article.Topics.Count));
        Assert.Equal(merged.Id, (await after.Picks.SingleAsync()).ArticleId);
        Assert.Equal(merged.Id, (await after.ListEntries.SingleAsync()).ArticleId);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_was_taken_out_of_a_story_comes_back_by_undo(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (one, two) = await ArticleWorkTests.TwoAsync(archive);
        await using (var start = archive.Open())
            await StoryMembership.StartAsync(start, [one.Id, two.Id], Sample.Morning);
        await using var db = archive.Open();
        Assert.Equal(WorkOutcome.Done, await ArticleStory.TakeOutAsync(db, ArticleWorkTests.By("Marit"), one));
        Assert.Equal([(null, true), (null, false)], await StoriesAsync(archive));

        Assert.Equal(1, (await EditorialUndo.OneAsync(db, (await db.EditorialActs.AsNoTracking().SingleAsync()).Id, ArticleWorkTests.By("Marit"))).Done);
        var stories = await StoriesAsync(archive);
        Assert.NotNull(stories[0].Story);
        Assert.Equal((stories[0].Story, false, false), (stories[1].Story, stories[0].ByHand, stories[1].ByHand));
    }

    [Fact]
    public async Task An_editor_puts_a_piece_in_the_story_of_another()
    {
        await using var archive = await TestArchive.CreateAsync();
        var (one, two) = await ArticleWorkTests.TwoAsync(archive);
        await using var db = archive.Open();
        Assert.Equal(WorkOutcome.Done, await ArticleStory.PutInAsync(db, ArticleWorkTests.By("Marit"), one, two.Id));
        var stories = await StoriesAsync(archive);
        Assert.NotNull(stories[0].Story);
        Assert.Equal(stories[0].Story, stories[1].Story);
        Assert.Equal(WorkOutcome.Unchanged, await ArticleStory.PutInAsync(db, ArticleWorkTests.By("Marit"), one with { Version = 1 }, 999));
    }

    private static async Task<List<(long? Story, bool ByHand)>> StoriesAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        return [.. (await db.Articles.OrderBy(article => article.Id).ToListAsync()).Select(article => (article.StoryId, article.StoryByHand))];
    }

    /// <summary>Gives an article a topic, a pick and a place in a dossier.</summary>
    private static async Task EquipAsync(TestArchive archive, long id)
    {
        await using var db = archive.Open();
        var topic = Sample.Topic();
        db.Topics.Add(topic);
        var dossier = new ReadingList { Title = "Dossier", CreatedAt = Sample.Morning, ChangedAt = Sample.Morning };
        ListChange.Add(dossier, id, "", Sample.Morning);
        db.ReadingLists.Add(dossier);
        db.Picks.Add(new Pick { ArticleId = id, Quote = "Lees dit.", Signature = "Marit", StartsOn = new DateOnly(2026, 11, 20), EndsOn = new DateOnly(2026, 11, 21), MadeAt = Sample.Morning });
        await db.SaveChangesAsync();
        db.ArticleTopics.Add(new ArticleTopic { ArticleId = id, TopicId = topic.Id, TaggedBy = TaggedBy.Editor, TaggedAt = Sample.Morning });
        await db.SaveChangesAsync();
    }
}
