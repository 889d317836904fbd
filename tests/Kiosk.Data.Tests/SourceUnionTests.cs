using System.Data.Common;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Data.Merging;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class SourceUnionTests
{
    private static readonly DateTimeOffset Later = Sample.Morning.AddDays(1);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Articles_names_and_followers_go_over_and_the_other_stays_out_of_sight(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (keep, merged) = await FillAsync(archive);
        var told = -1;
        await using (var db = archive.Open())
            Assert.Equal(UnionOutcome.Joined, await SourceUnion.JoinAsync(db, keep, merged, Later, moved => Task.FromResult(told = moved), TestContext.Current.CancellationToken));

        await using var after = archive.Open();
        Assert.Equal(2, told);
        Assert.All(after.Articles, article => Assert.Equal(keep, article.SourceId));
        Assert.Equal([$"guid:{keep}:a", $"guid:{keep}:b", $"guid:{merged}:a", "url:demobron.example/a"], after.ArticleAliases.Select(alias => alias.Name).ToList().Order(StringComparer.Ordinal));
        Assert.Equal([(1, keep), (4, keep)], after.Follows.OrderBy(follow => follow.Weight).AsEnumerable().Select(follow => ValueTuple.Create(follow.Weight, follow.SourceId!.Value)).ToList());
        var gone = after.Sources.Single(source => source.Id == merged);
        Assert.Equal((keep, null), (gone.MergedInto, gone.LeaseUntil));
        Assert.Equal([keep], after.Sources.Where(Source.IsVisited).Select(source => source.Id).ToList());
        Assert.Equal([("url:een", keep), ("url:twee", keep)], after.PagesToRead.Where(page => page.SourceId == keep).OrderBy(page => page.Name).AsEnumerable().Select(page => ValueTuple.Create(page.Name, page.SourceId)).ToList());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nothing_is_joined_while_one_of_the_two_is_harvested_nor_twice(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (keep, merged) = await FillAsync(archive);
        await using var db = archive.Open();
        await db.Sources.Where(source => source.Id == merged).ExecuteUpdateAsync(set => set.SetProperty(source => source.LeaseUntil, Later.AddMinutes(1)), TestContext.Current.CancellationToken);
        Assert.Equal(UnionOutcome.Busy, await JoinAsync(archive, keep, merged));
        await using (var during = archive.Open())
        {
            Assert.Equal(1, await during.Articles.CountAsync(article => article.SourceId == keep, TestContext.Current.CancellationToken));
            Assert.Null((await during.Sources.SingleAsync(source => source.Id == keep, TestContext.Current.CancellationToken)).LeaseUntil);
        }

        await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(source => source.LeaseUntil, (DateTimeOffset?)null), TestContext.Current.CancellationToken);
        Assert.Equal(UnionOutcome.Impossible, await JoinAsync(archive, keep, keep));
        Assert.Equal(UnionOutcome.Joined, await JoinAsync(archive, keep, merged));
        Assert.Equal(UnionOutcome.Impossible, await JoinAsync(archive, keep, merged));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_table_with_a_source_has_been_decided_about(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = kind == StorageKind.Sqlite
            ? "SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'source_id'"
            : "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'source_id'";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            names.Add(reader.GetString(0));
        Assert.Equal(SourceTable.All.Select(table => table.Table).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    private static async Task<UnionOutcome> JoinAsync(TestArchive archive, int keep, int merged)
    {
        await using var db = archive.Open();
        return await SourceUnion.JoinAsync(db, keep, merged, Later, recorded: null, TestContext.Current.CancellationToken);
    }

    private static async Task<(int Keep, int Merged)> FillAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        var (keep, merged) = (Sample.Source("blijft"), Sample.Source("gaat-op"));
        db.Sources.AddRange(keep, merged);
        await db.SaveChangesAsync();
        var (one, two) = (Sample.Article(merged.Id, "Een"), Sample.Article(keep.Id, "Twee"));
        var three = Sample.Article(merged.Id, "Drie");
        one.Aliases.AddRange([new ArticleAlias { Name = $"guid:{merged.Id}:a" }, new ArticleAlias { Name = "url:demobron.example/a" }]);
        two.Aliases.Add(new ArticleAlias { Name = $"guid:{keep.Id}:b" });
        db.Articles.AddRange(one, two, three);
        foreach (var (name, source) in new[] { ("url:een", merged), ("url:twee", merged), ("url:twee", keep) })
            db.PagesToRead.Add(new PageToRead { SourceId = source.Id, Name = name, Url = "https://x.example", Host = "x.example", ContentHash = "a", NextAttemptAt = Sample.Morning, ChangedAt = Sample.Morning });
        foreach (var (email, follows) in new[] { ("noor@kiosk.example", new[] { (keep, 2), (merged, 4) }), ("bilal@kiosk.example", [(merged, 1)]) })
        {
            var user = new User { Id = Guid.NewGuid(), Email = email, NormalizedEmail = email, UserName = email, CreatedAt = Sample.Morning };
            db.Users.Add(user);
            await db.SaveChangesAsync();
            db.Follows.AddRange(follows.Select(follow => new Follow { UserId = user.Id, SourceId = follow.Item1.Id, Weight = follow.Item2, FollowedAt = Sample.Morning }));
        }

        await db.SaveChangesAsync();
        return (keep.Id, merged.Id);
    }
}
