using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class EditorialLogTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly ActBatch Marit = new(null, "Marit", Sample.Morning);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_act_is_undone_once_and_the_undo_can_be_undone(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var made = await MakeAsync(archive);
        await using var db = archive.Open();

        Assert.Equal(1, (await EditorialUndo.OneAsync(db, made.Id, Marit)).Done);
        Assert.Empty(await db.Picks.ToListAsync());
        Assert.Contains("al teruggedraaid", Assert.Single((await EditorialUndo.OneAsync(db, made.Id, Marit)).Problems), StringComparison.Ordinal);

        var undo = await db.EditorialActs.SingleAsync(act => act.Undoes == made.Id);
        Assert.Equal((made.After, made.Before), (undo.Before, undo.After));
        Assert.Equal(1, (await EditorialUndo.OneAsync(db, undo.Id, Marit)).Done);
        Assert.Equal("Lees dit.", (await db.Picks.SingleAsync()).Quote);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_changed_since_is_not_overwritten_by_an_undo(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var made = await MakeAsync(archive);
        await using (var other = archive.Open())
            Assert.True(await PickActs.ChangeAsync(other, new ActBatch(null, "Sofie", Sample.Morning), long.Parse(made.SubjectId, System.Globalization.CultureInfo.InvariantCulture), pick => pick with { Quote = "Lees dit nu." }));
        await using var db = archive.Open();
        var outcome = await EditorialUndo.OneAsync(db, made.Id, Marit);
        Assert.Equal(0, outcome.Done);
        Assert.Contains("daarna nog veranderd", Assert.Single(outcome.Problems), StringComparison.Ordinal);
        Assert.Equal("Lees dit nu.", (await db.Picks.AsNoTracking().SingleAsync()).Quote);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_done_in_one_go_is_undone_in_one_go(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var article = await ArticleAsync(db);
        var batch = new ActBatch(null, "Marit", Sample.Morning);
        var pick = await PickActs.MakeAsync(db, batch, "Stuk", new KeptPick(article, "Een", "Marit", Today, Today));
        await PickActs.ChangeAsync(db, batch, pick.Id, kept => kept with { Quote = "Twee" });
        Assert.Equal(2, (await EditorialUndo.BatchAsync(db, batch.Id, Marit)).Done);
        Assert.Empty(await db.Picks.ToListAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_record_stays_without_a_name_when_the_account_goes(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var user = new User { Id = Guid.NewGuid(), Name = "Marit Hoekstra", Email = "marit@kiosk.example", CreatedAt = Sample.Morning };
        db.Users.Add(user);
        var article = await ArticleAsync(db);
        await PickActs.MakeAsync(db, new ActBatch(user.Id, user.Name, Sample.Morning), "Stuk", new KeptPick(article, "Een", "Marit", Today, Today));
        await db.Users.ExecuteDeleteAsync();
        var act = await db.EditorialActs.AsNoTracking().SingleAsync();
        Assert.Equal((null, "", "Stuk"), (act.EditorId, act.EditorName, act.SubjectTitle));
    }

    [Fact]
    public async Task Neither_the_change_nor_its_record_stands_without_the_other()
    {
        await using var archive = await TestArchive.CreateAsync(StorageKind.Sqlite);
        await using var db = archive.Open();
        await Assert.ThrowsAsync<DbUpdateException>(() => PickActs.MakeAsync(db, Marit, "Stuk", new KeptPick(999, "Een", "Marit", Today, Today)));
        await using var fresh = archive.Open();
        Assert.Equal((0, 0), (await fresh.Picks.CountAsync(), await fresh.EditorialActs.CountAsync()));
    }

    [Fact]
    public void Names_are_unique() => Assert.Equal(ActKinds.All.Count, ActKinds.All.Select(kind => kind.Name).Distinct().Count());

    private static async Task<EditorialAct> MakeAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        await PickActs.MakeAsync(db, Marit, "Stuk", new KeptPick(await ArticleAsync(db), "Lees dit.", "Marit", Today, Today.AddDays(2)));
        return await db.EditorialActs.AsNoTracking().SingleAsync();
    }

    private static async Task<long> ArticleAsync(KioskDb db)
    {
        var source = Sample.Source();
        db.Sources.Add(source);
        await db.SaveChangesAsync();
        var article = Sample.Article(source.Id, "Stuk");
        db.Articles.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    }
}
