using System.Data.Common;
using Kiosk.Data.Changes;
using Kiosk.Data.Merging;
using Kiosk.Data.Stories;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class MergeTests
{
    private static readonly DateTimeOffset Later = Sample.Morning.AddHours(3);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Names_and_tags_follow_and_the_merged_article_is_kept_as_it_was(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (keep, merged) = await TwoAsync(archive);
        Assert.Equal(MergeOutcome.Merged, await MergeAsync(archive, keep, merged));
        await using var db = archive.Open();
        var kept = await db.Articles.Include(article => article.Aliases).Include(article => article.Topics).SingleAsync(article => article.Id == keep);
        Assert.Equal(["url:een", "url:twee"], kept.Aliases.Select(alias => alias.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Twee", kept.Aliases.Single(alias => alias.Name == "url:twee").ContentHash);
        Assert.Equal(2, kept.Topics.Count);
        Assert.Equal(TaggedBy.Source, kept.Topics.OrderBy(tag => tag.TopicId).First().TaggedBy);
        var gone = await db.Articles.Include(article => article.Topics).SingleAsync(article => article.Id == merged);
        Assert.Equal((ArticleState.Merged, keep, "Twee"), (gone.State, gone.MergedInto, gone.Title));
        Assert.Equal(2, gone.Topics.Count);
        Assert.Equal((1, 1), (kept.Version, gone.Version));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_was_merged_before_leads_straight_to_the_last(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (first, second) = await TwoAsync(archive);
        long third;
        await using (var db = archive.Open())
        {
            var article = Sample.Article((await db.Sources.SingleAsync()).Id, "Drie");
            db.Articles.Add(article);
            await db.SaveChangesAsync();
            third = article.Id;
        }

        await MergeAsync(archive, second, first);
        await MergeAsync(archive, third, second);
        await using var after = archive.Open();
        Assert.Equal([third, third], await after.Articles.Where(article => article.Id != third).Select(article => article.MergedInto!.Value).ToListAsync());
        Assert.Equal(2, await after.ArticleAliases.CountAsync(alias => alias.ArticleId == third));
        Assert.Equal(MergeOutcome.Impossible, await MergeAsync(archive, first, third));
        Assert.Equal(MergeOutcome.Impossible, await MergeAsync(archive, third, third));
        Assert.Equal(MergeOutcome.NotFound, await MergeAsync(archive, third, 999));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_change_feed_tells_of_both(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (keep, merged) = await TwoAsync(archive);
        await using var db = archive.Open();
        var before = (await Follower.ReadAsync(db, new ChangePosition(0, 0), 2)).Position;
        await MergeAsync(archive, keep, merged);
        Assert.Equal([keep, merged], (await Follower.ReadAsync(db, before, 2)).ArticleIds.Order());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_place_in_a_story_goes_over(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (keep, merged) = await TwoAsync(archive);
        long story, other;
        await using (var db = archive.Open())
        {
            var third = Sample.Article((await db.Sources.SingleAsync()).Id, "Drie");
            db.Articles.Add(third);
            await db.SaveChangesAsync();
            other = third.Id;
            story = await StoryMembership.StartAsync(db, [merged, other], Later);
        }

        await MergeAsync(archive, keep, merged);
        await using var after = archive.Open();
        Assert.Equal([keep, other], await after.Articles.Where(article => article.StoryId == story).OrderBy(article => article.Id).Select(article => article.Id).ToListAsync());
        await MergeAsync(archive, keep, other);
        Assert.Empty(await after.Stories.ToListAsync());
        Assert.Empty(await after.Articles.Where(article => article.StoryId != null).ToListAsync());
    }

    /// <summary>Whoever adds a table for reads or list places is told here to decide what a merge does with it.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_table_with_an_article_says_what_a_merge_does_with_it(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = kind == StorageKind.Sqlite
            ? """
              SELECT t.name || '.' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'article_id'
              UNION SELECT t.name || '.' || f."from" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' AND f."table" = 'articles'
              """
            : """
              SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'article_id'
              UNION SELECT k.table_name || '.' || k.column_name FROM information_schema.key_column_usage k
              JOIN information_schema.referential_constraints r ON r.constraint_name = k.constraint_name
              JOIN information_schema.table_constraints u ON u.constraint_name = r.unique_constraint_name WHERE u.table_name = 'articles'
              """;
        await using var reader = await command.ExecuteReaderAsync();
        // This column is seen to by the merge itself.
        Assert.Equal(FollowingTable.All.Select(table => table.Table + ".article_id").Append("stories.lead_id").Order(StringComparer.Ordinal), (await ReadAsync(reader)).Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> ReadAsync(DbDataReader reader)
    {
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }

    private static async Task<MergeOutcome> MergeAsync(TestArchive archive, long keep, long merged)
    {
        await using var db = archive.Open();
        return await ArticleMerge.MergeAsync(db, keep, merged, Later);
    }

    private static async Task<(long First, long Second)> TwoAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        var (source, one, two) = (Sample.Source(), Sample.Topic("een"), Sample.Topic("twee"));
        db.AddRange(source, one, two);
        await db.SaveChangesAsync();
        var (first, second) = (Sample.Article(source.Id, "Een"), Sample.Article(source.Id, "Twee"));
        first.Aliases.Add(new ArticleAlias { Name = "url:een" });
        second.Aliases.Add(new ArticleAlias { Name = "url:twee" });
        first.Topics.Add(new ArticleTopic { TopicId = one.Id, TaggedBy = TaggedBy.Source, TaggedAt = Sample.Morning });
        second.Topics.AddRange([new ArticleTopic { TopicId = one.Id, TaggedBy = TaggedBy.Rule, TaggedAt = Sample.Morning }, new ArticleTopic { TopicId = two.Id, TaggedBy = TaggedBy.Rule, TaggedAt = Sample.Morning }]);
        db.Articles.AddRange(first, second);
        await db.SaveChangesAsync();
        return (first.Id, second.Id);
    }
}
