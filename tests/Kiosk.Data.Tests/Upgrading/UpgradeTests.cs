using Kiosk.Data.Changes;
using Kiosk.Data.Storage;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests.Upgrading;

/// <summary>Whatever version an archive was made by, it comes along whole; and the nodes of that version go on working until they are upgraded too.</summary>
public sealed class UpgradeTests
{
    /// <summary>The schema of the last release. Releases before it had earlier ones.</summary>
    private const int LastRelease = 10;

    /// <summary>A case takes a second or more: a few versions are tried, and with <c>KIOSK_TEST_UPGRADES=all</c> in the environment all.</summary>
    private static readonly bool All = Environment.GetEnvironmentVariable("KIOSK_TEST_UPGRADES") == "all";

    public static TheoryData<int, StorageKind> Released => Pairs(All ? Enumerable.Range(1, LastRelease) : [1, 6, LastRelease], StorageKind.Sqlite, StorageKind.Postgres);

    public static TheoryData<int, StorageKind> Earlier => Pairs(All ? [1, 5, LastRelease, Migration.For("sqlite")[^2].Version] : [LastRelease], StorageKind.Sqlite, StorageKind.Postgres);

    [Theory, MemberData(nameof(Released))]
    public async Task An_archive_of_an_earlier_version_comes_along_whole(int version, StorageKind kind)
    {
        await using var archive = await TestArchive.CreateEmptyAsync(kind);
        await using var old = new OldArchive(archive, kind);
        await old.BuildAsync(version);
        var columns = await old.ColumnsAsync();
        await old.FillAsync(columns);
        var before = await old.RowsAsync(columns);
        Assert.All(before, table => Assert.True(table.Value.Count >= OldArchive.RowsPerTable, table.Key));

        Assert.Equal(Migration.For("sqlite").Count(step => step.Version > version), await archive.Schema.UpdateAsync(TestContext.Current.CancellationToken));

        var after = await old.RowsAsync(columns);
        foreach (var (table, rows) in before)
            Assert.Empty(rows.Except(after[table], StringComparer.Ordinal));
        await AssertReadableAsync(archive);
        await AssertWorksAsync(archive);
    }

    [Theory, MemberData(nameof(Earlier))]
    public async Task A_node_of_an_earlier_version_goes_on_writing_after_the_upgrade(int version, StorageKind kind)
    {
        await using var earlier = await TestArchive.CreateEmptyAsync(kind);
        await using var old = new OldArchive(earlier, kind);
        await old.BuildAsync(version);
        var columns = await old.ColumnsAsync();

        await using var archive = await TestArchive.CreateAsync(kind);
        await using var upgraded = new OldArchive(archive, kind);
        // Every INSERT names the columns that the earlier version knows, and every SELECT too.
        await upgraded.FillAsync(columns);
        Assert.All(await upgraded.RowsAsync(columns), table => Assert.True(table.Value.Count >= OldArchive.RowsPerTable, table.Key));
        await AssertReadableAsync(archive);
    }

    private static TheoryData<int, StorageKind> Pairs(IEnumerable<int> versions, params IEnumerable<StorageKind> kinds)
    {
        var pairs = new TheoryData<int, StorageKind>();
        foreach (var version in versions)
        {
            foreach (var kind in kinds)
                pairs.Add(version, kind);
        }

        return pairs;
    }

    /// <summary>The model reads every row: no name of an enumeration, no list and no date that it does not understand.</summary>
    private static async Task AssertReadableAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var rows = await ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(entity.ClrType).Invoke(db, null)!)
                .IgnoreQueryFilters().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
            Assert.All(rows, Assert.NotNull);
        }
    }

    /// <summary>A new article goes in beside the old ones, is numbered after them, and stands in the change feed.</summary>
    private static async Task AssertWorksAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        var known = await db.Articles.MaxAsync(article => article.Id, TestContext.Current.CancellationToken);
        var source = await db.Sources.OrderBy(source => source.Id).FirstAsync(TestContext.Current.CancellationToken);
        var topic = await db.Topics.IgnoreQueryFilters().OrderBy(topic => topic.Id).FirstAsync(TestContext.Current.CancellationToken);
        var article = Sample.Article(source.Id, "Na de upgrade");
        article.Aliases.Add(new ArticleAlias { Name = "url:demobron.example/na-de-upgrade" });
        article.Topics.Add(new ArticleTopic { TopicId = topic.Id, TaggedBy = TaggedBy.Rule, TaggedAt = Sample.Morning });
        db.Articles.Add(article);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.True(article.Id > known);
        Assert.True(await db.ArticleChanges.AnyAsync(change => change.ArticleId == article.Id, TestContext.Current.CancellationToken));
        Assert.True(await db.ArticlePublications.AnyAsync(publication => publication.ArticleId == article.Id, TestContext.Current.CancellationToken));
        Assert.NotNull((await db.Set<ArticleTopic>().AsNoTracking().SingleAsync(link => link.ArticleId == article.Id, TestContext.Current.CancellationToken)).ListedAt);
    }
}
