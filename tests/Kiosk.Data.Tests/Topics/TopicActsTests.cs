using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Data.Topics;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests.Topics;

public sealed class TopicActsTests
{
    private static readonly ActBatch Batch = new(null, "Noor", Sample.Morning);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_renamed_topic_is_found_by_its_old_address_and_an_undo_gives_it_back(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (wsnp, _) = await TwoAsync(archive);
        await using (var db = archive.Open())
        {
            var kept = KeptTopic.Of(await db.Topics.SingleAsync(topic => topic.Id == wsnp));
            Assert.True(await TopicActs.ChangeAsync(db, Batch, wsnp, 0, kept with { Name = "Wettelijk traject", Slug = "wettelijk-traject", Synonyms = "schone lei, sanering" }));
        }

        await using (var db = archive.Open())
        {
            Assert.Equal("wettelijk-traject", (await TopicBook.FindAsync(db, "wsnp"))!.Slug);
            Assert.Equal("wsnp-2", await TopicActs.FreeSlugAsync(db, "wsnp", self: null));
            Assert.Equal(1, (await EditorialUndo.OneAsync(db, (await db.EditorialActs.SingleAsync()).Id, Batch)).Done);
        }

        await using var after = archive.Open();
        var topic = await after.Topics.SingleAsync(one => one.Id == wsnp);
        Assert.Equal(("WSNP", "wsnp", 0), (topic.Name, topic.Slug, topic.Synonyms.Count));
        Assert.Equal("wsnp", (await TopicBook.FindAsync(after, "wettelijk-traject"))!.Slug);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_editors_do_not_overwrite_each_other(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (wsnp, _) = await TwoAsync(archive);
        await using var db = archive.Open();
        var kept = KeptTopic.Of(await db.Topics.AsNoTracking().SingleAsync(topic => topic.Id == wsnp));
        Assert.True(await TopicActs.ChangeAsync(db, Batch, wsnp, 0, kept with { Name = "Een" }));
        Assert.False(await TopicActs.ChangeAsync(db, Batch, wsnp, 0, kept with { Name = "Twee" }));
        Assert.Equal("Een", (await db.Topics.AsNoTracking().SingleAsync(topic => topic.Id == wsnp)).Name);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_merged_topic_gives_all_that_it_had_to_the_other_and_an_undo_parts_them_again(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (wsnp, msnp) = await TwoAsync(archive);
        await using (var db = archive.Open())
            Assert.True(await TopicActs.MergeAsync(db, Batch, wsnp, msnp, joinRules: true));

        await using (var db = archive.Open())
        {
            Assert.Equal(msnp, (await TopicBook.FindAsync(db, "wsnp"))!.Id);
            Assert.Equal("(msnp) OF (wsnp)", (await db.Topics.SingleAsync()).Rule);
            Assert.Equal(2, await db.ArticleTopics.CountAsync(tag => tag.TopicId == msnp));
            Assert.Equal(["msnp"], (await db.Articles.OrderBy(article => article.Id).Select(article => article.Topics.Select(tag => tag.Topic!.Slug).ToList()).FirstAsync()));
            Assert.Equal(["msnp"], await db.Follows.Where(follow => follow.Topic!.Slug != null).Select(follow => follow.Topic!.Slug).ToListAsync());
            Assert.Equal(["msnp"], await db.SourceTopics.Select(link => link.Topic!.Slug).ToListAsync());
            Assert.Equal(1, (await EditorialUndo.OneAsync(db, (await db.EditorialActs.SingleAsync()).Id, Batch)).Done);
        }

        await using (var db = archive.Open())
        {
            Assert.Equal(["msnp", "wsnp"], await db.Topics.OrderBy(topic => topic.Slug).Select(topic => topic.Rule!).ToListAsync());
            Assert.Equal(["wsnp"], await db.Follows.Where(follow => follow.Topic!.Slug != null).Select(follow => follow.Topic!.Slug).ToListAsync());
            Assert.Equal((1, 1), (await db.ArticleTopics.CountAsync(tag => tag.TopicId == wsnp), await db.ArticleTopics.CountAsync(tag => tag.TopicId == msnp)));
            var undo = await db.EditorialActs.OrderBy(act => act.Id).LastAsync();
            Assert.Equal(1, (await EditorialUndo.OneAsync(db, undo.Id, Batch)).Done);
        }

        await using var again = archive.Open();
        Assert.Equal("(msnp) OF (wsnp)", (await again.Topics.SingleAsync()).Rule);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_index_hears_of_every_article_of_a_topic_that_is_merged(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (wsnp, msnp) = await TwoAsync(archive);
        await using var db = archive.Open();
        var article = await db.ArticleTopics.Where(tag => tag.TopicId == wsnp).Select(tag => tag.ArticleId).SingleAsync();
        db.ArticleTopics.Add(new ArticleTopic { ArticleId = article, TopicId = msnp, TaggedBy = TaggedBy.Editor, TaggedAt = Sample.Morning });
        await db.SaveChangesAsync();
        var before = await db.ArticleChanges.CountAsync(change => change.ArticleId == article);
        await TopicActs.MergeAsync(db, Batch, wsnp, msnp, joinRules: false);
        Assert.True(await db.ArticleChanges.CountAsync(change => change.ArticleId == article) > before);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_split_takes_its_part_of_the_articles_and_all_followers_and_an_undo_puts_it_back(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (wsnp, _) = await TwoAsync(archive);
        await using var db = archive.Open();
        var article = await db.ArticleTopics.Where(tag => tag.TopicId == wsnp).Select(tag => tag.ArticleId).SingleAsync();
        var part = await TopicActs.SplitAsync(db, Batch, wsnp, new KeptTopic("Schone lei", "schone-lei", null, "", "lei", wsnp, 9), [article, 999], takeOff: true);
        db.ChangeTracker.Clear();
        Assert.Equal([part!.Id], await db.ArticleTopics.Where(tag => tag.ArticleId == article).Select(tag => tag.TopicId).ToListAsync());
        Assert.Equal([wsnp, part.Id], (await db.Follows.Select(follow => follow.TopicId!.Value).ToListAsync()).Order());

        Assert.Equal(1, (await EditorialUndo.OneAsync(db, (await db.EditorialActs.SingleAsync()).Id, Batch)).Done);
        db.ChangeTracker.Clear();
        Assert.Equal(2, await db.Topics.CountAsync());
        Assert.Equal(["wsnp"], await db.Articles.Where(one => one.Id == article).SelectMany(one => one.Topics.Select(tag => tag.Topic!.Slug)).ToListAsync());
        Assert.Equal(["wsnp"], await db.Follows.Where(follow => follow.Topic!.Slug != null).Select(follow => follow.Topic!.Slug).ToListAsync());
        Assert.Equal(wsnp, (await TopicBook.FindAsync(db, "schone-lei"))!.Id);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_run_goes_on_where_it_was_and_its_undo_brings_back_what_was(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (wsnp, msnp) = await TwoAsync(archive);
        var time = new ManualTime(Sample.Morning);
        await using var db = archive.Open();
        var (first, second) = (await Tagged(db, wsnp), await Tagged(db, msnp));
        await TopicTagging.JudgeAsync(db, second, wsnp, fits: false, Sample.Morning);
        await db.SaveChangesAsync();
        var third = await ArticleAsync(db, "Drie");
        // A node that stopped half-way left its claim behind.
        var run = await TopicWork.StartAsync(db, Batch, await db.Topics.SingleAsync(topic => topic.Id == wsnp), [second, third], [first]);
        await db.TopicRuns.ExecuteUpdateAsync(set => set.SetProperty(one => one.LeaseUntil, Sample.Morning.AddMinutes(1)));
        Assert.Equal(0, await TopicWork.GoOnAsync(archive.Factory, time));
        time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(3, await TopicWork.GoOnAsync(archive.Factory, time));

        Assert.Equal([third], await db.ArticleTopics.Where(tag => tag.TopicId == wsnp).Select(tag => tag.ArticleId).ToListAsync());
        var done = await db.TopicRuns.AsNoTracking().SingleAsync();
        Assert.Equal((TopicRunState.Applied, 3, 3, null), (done.State, done.Done, done.Total, done.LeaseUntil));

        db.ChangeTracker.Clear();
        Assert.Equal(1, (await EditorialUndo.OneAsync(db, (await db.EditorialActs.SingleAsync()).Id, Batch)).Done);
        await TopicWork.GoOnAsync(archive.Factory, time);
        Assert.Equal([first], await db.ArticleTopics.AsNoTracking().Where(tag => tag.TopicId == wsnp).Select(tag => tag.ArticleId).ToListAsync());
        Assert.Equal(TopicRunState.Undone, (await db.TopicRuns.AsNoTracking().SingleAsync(one => one.Id == run.Id)).State);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_an_editor_puts_on_or_takes_off_is_remembered_until_she_takes_that_back(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (wsnp, msnp) = await TwoAsync(archive);
        await using var db = archive.Open();
        var article = await Tagged(db, wsnp);
        Assert.Equal(WorkOutcome.Done, await ArticleTagging.TagAsync(db, Batch, new ArticleRef(article, Version: null), on: [msnp], off: [wsnp]));
        Assert.Equal([(wsnp, false), (msnp, true)], (await db.TopicJudgements.OrderBy(judgement => judgement.TopicId).ToListAsync()).Select(judgement => (judgement.TopicId, judgement.Fits)));
        db.ChangeTracker.Clear();
        Assert.Equal(1, (await EditorialUndo.OneAsync(db, (await db.EditorialActs.SingleAsync()).Id, Batch)).Done);
        Assert.Empty(await db.TopicJudgements.AsNoTracking().ToListAsync());
    }

    [Fact]
    public async Task Every_table_with_a_topic_says_what_its_rows_do_in_a_merge()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        var tables = db.Model.GetEntityTypes().Where(entity => entity.GetProperties().Any(property => property.GetColumnName() == "topic_id")).Select(entity => entity.GetTableName()!);
        Assert.Equal(TopicTables.Copied.Concat(TopicTables.Staying).Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    private static Task<long> Tagged(KioskDb db, int topic) => db.ArticleTopics.Where(tag => tag.TopicId == topic).Select(tag => tag.ArticleId).SingleAsync();

    private static async Task<long> ArticleAsync(KioskDb db, string title)
    {
        var article = Sample.Article(await db.Sources.Select(source => source.Id).SingleAsync(), title);
        db.Articles.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    }

    /// <summary>Two topics with an article each; somebody follows the first, and a source carries it.</summary>
    private static async Task<(int Wsnp, int Msnp)> TwoAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        var (wsnp, msnp, source) = (Sample.Topic(), Sample.Topic("msnp"), Sample.Source());
        (wsnp.Rule, msnp.Rule) = ("wsnp", "msnp");
        var reader = new User { Id = Guid.NewGuid(), UserName = "lezer", Email = "lezer@example.nl", NormalizedEmail = "LEZER@EXAMPLE.NL", CreatedAt = Sample.Morning };
        db.AddRange(wsnp, msnp, source, reader);
        await db.SaveChangesAsync();
        var (first, second) = (Sample.Article(source.Id, "Een"), Sample.Article(source.Id, "Twee"));
        first.Topics.Add(new ArticleTopic { TopicId = wsnp.Id, TaggedBy = TaggedBy.Rule, TaggedAt = Sample.Morning });
        second.Topics.Add(new ArticleTopic { TopicId = msnp.Id, TaggedBy = TaggedBy.Rule, TaggedAt = Sample.Morning });
        db.AddRange(first, second, new Follow { UserId = reader.Id, TopicId = wsnp.Id, FollowedAt = Sample.Morning }, new SourceTopic { SourceId = source.Id, TopicId = wsnp.Id });
        await db.SaveChangesAsync();
        return (wsnp.Id, msnp.Id);
    }
}
