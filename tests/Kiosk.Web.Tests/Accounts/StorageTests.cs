using System.Xml.Linq;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Mail;
using Kiosk.Web.Pages.Beheer.Gebruikers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Tests.Accounts;

/// <summary>What accounts ask of the archive holds on both kinds of storage.</summary>
public sealed class StorageTests
{
    private readonly ManualTime _time = new();

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_session_is_found_until_it_ends_or_lies_unused_for_long(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var user = await AddAsync(archive);
        var sessions = new Sessions(archive.Factory, _time);
        var here = await sessions.OpenAsync(user, "Firefox op Windows", secondFactor: true, Cancellation);
        var there = await sessions.OpenAsync(user, "Chrome op Android", secondFactor: false, Cancellation);

        _time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(Role.Redacteur, (await sessions.FindAsync(here.Id, Cancellation))?.Role);
        _time.Advance(TimeSpan.FromDays(2));
        Assert.True((await sessions.FindAsync(here.Id, Cancellation))?.SecondFactor);
        Assert.Null(await sessions.FindAsync(there.Id, Cancellation));

        var again = await sessions.OpenAsync(user, "Chrome op Android", secondFactor: false, Cancellation);
        await sessions.ProveAsync(again.Id, secondFactor: true, Cancellation);
        Assert.Equal(1, await sessions.EndAllAsync(user, again.Id, Cancellation));
        Assert.True(Assert.Single(await sessions.OfAsync(user, Cancellation)).SecondFactor);
        await sessions.UnproveAsync(user, Cancellation);
        Assert.False((await sessions.FindAsync(again.Id, Cancellation))?.SecondFactor);
        Assert.Equal(1, await sessions.EndAllAsync(user, except: null, Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_link_works_once_for_a_while_and_only_a_few_are_under_way(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var user = await AddAsync(archive);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var links = new AccountLinks(archive.Factory, new PublicAddress(Options.Create(new KioskOptions()), services), _time);
        var made = new List<Uri?>();
        for (var number = 0; number < 6; number++)
            made.Add(await links.MakeAsync(LinkPurpose.SignIn, user, "noor@kiosk.example", Cancellation));
        Assert.Null(made[5]);
        await links.PretendAsync(Cancellation);

        var found = await links.FindAsync(made[0]!.Segments[^1], Cancellation);
        Assert.NotNull(found);
        var used = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => links.UseAsync(found, Cancellation)));
        Assert.Single(used, one => one);
        _time.Advance(TimeSpan.FromMinutes(16));
        Assert.Null(await links.FindAsync(made[1]!.Segments[^1], Cancellation));
        Assert.NotNull(await links.MakeAsync(LinkPurpose.SignIn, user, "noor@kiosk.example", Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_person_is_listed_exported_and_erased(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var user = await AddAsync(archive);
        await new Sessions(archive.Factory, _time).OpenAsync(user, "Firefox op Windows", secondFactor: true, Cancellation);
        await using var db = archive.Open();
        db.Add(new IdentityUserPasskey<Guid> { UserId = user, CredentialId = [1, 2], Data = new() { Name = "Firefox op Windows", PublicKey = [3], ClientDataJson = [4], AttestationObject = [5] } });
        await db.SaveChangesAsync(Cancellation);
        Assert.Equal(_time.GetUtcNow(), (await db.Users.Select(UserRow.Projection(db)).SingleAsync(Cancellation)).SeenAt);
        Assert.NotEmpty(await new PersonalExport(archive.Factory).OfAsync(user, Cancellation));
        Assert.True(await new Operators(archive.Factory).IsLastAsync(user, Cancellation) is false);

        var erasure = new Erasure(archive.Factory, new Outbox(archive.Options, _time, Microsoft.Extensions.Logging.Abstractions.NullLogger<Outbox>.Instance));
        Assert.True(await erasure.EraseAsync(user, Cancellation));
        Assert.False(await erasure.EraseAsync(user, Cancellation));
        Assert.Equal(0, await db.UserSessions.CountAsync(Cancellation));
        Assert.Equal(0, await db.Set<IdentityUserPasskey<Guid>>().CountAsync(Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Keys_that_one_node_stores_are_read_by_another(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        new ArchiveKeys(archive.Factory).StoreElement(new XElement("key", "é"), "een");
        new ArchiveKeys(archive.Factory).StoreElement(new XElement("key", "2"), "twee");
        Assert.Equal(["é", "2"], new ArchiveKeys(archive.Factory).GetAllElements().Select(key => key.Value));
    }

    private static async Task<Guid> AddAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        var user = new User { Id = Guid.NewGuid(), Email = "noor@kiosk.example", NormalizedEmail = "NOOR@KIOSK.EXAMPLE", Role = Role.Redacteur, CreatedAt = Sample.Morning };
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return user.Id;
    }
}
