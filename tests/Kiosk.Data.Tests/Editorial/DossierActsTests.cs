using Kiosk.Data.Accounts;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests.Editorial;

public sealed class DossierActsTests
{
    private static readonly DateTimeOffset Now = Sample.Morning.AddHours(1);

    [Fact]
    public async Task A_dossier_goes_back_to_whose_list_it_was_whoever_undoes_what()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        var (noor, bilal) = (Editor("noor"), Editor("bilal"));
        var list = await ListOfAsync(db, noor, bilal);

        await DossierActs.ChangeAsync(db, By(bilal), list.Id, version: null, one => one.GiveTo(null));
        Assert.Null(await OwnerAsync(db));
        await UndoLatestAsync(db, bilal);
        Assert.Equal(noor.Id, await OwnerAsync(db));
        await UndoLatestAsync(db, bilal);
        Assert.Null(await OwnerAsync(db));
        await UndoLatestAsync(db, bilal);
        Assert.Equal(noor.Id, await OwnerAsync(db));
    }

    [Fact]
    public async Task Acts_from_before_owners_were_kept_give_it_to_who_published_it()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        var noor = Editor("noor");
        var list = await ListOfAsync(db, noor);
        await DossierActs.ChangeAsync(db, By(noor), list.Id, version: null, one => one.GiveTo(null));
        await db.EditorialActs.ExecuteUpdateAsync(set => set.SetProperty(act => act.Before, """{"isPublic":false}""").SetProperty(act => act.After, """{"isPublic":true}"""));

        await UndoLatestAsync(db, noor);

        Assert.Equal(noor.Id, await OwnerAsync(db));
    }

    private static async Task<ReadingList> ListOfAsync(KioskDb db, User owner, params User[] others)
    {
        var list = new ReadingList { UserId = owner.Id, Title = "Beslagvrije voet", CreatedAt = Now, ChangedAt = Now };
        db.AddRange([owner, .. others, list]);
        await db.SaveChangesAsync();
        return list;
    }

    private static User Editor(string name) => new() { Id = Guid.NewGuid(), Email = $"{name}@kiosk.example", NormalizedEmail = name, CreatedAt = Now };

    private static ActBatch By(User editor) => new(editor.Id, editor.Email!, Now);

    private static Task<Guid?> OwnerAsync(KioskDb db) => db.ReadingLists.Select(list => list.UserId).SingleAsync();

    private static async Task UndoLatestAsync(KioskDb db, User editor)
    {
        var latest = await db.EditorialActs.MaxAsync(act => act.Id);
        Assert.Equal(1, (await EditorialUndo.OneAsync(db, latest, By(editor))).Done);
        db.ChangeTracker.Clear();
    }
}
