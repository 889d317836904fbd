using Kiosk.Data.Accounts;
using Kiosk.Data.Moving;
using Kiosk.Data.Storage;
using Kiosk.Data.Tests.Transfer;
using Kiosk.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests.Moving;

public sealed class ArchiveMoveTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_archive_that_went_to_PostgreSQL_and_came_back_is_the_same_in_every_table()
    {
        await using var archive = await FilledAsync();
        await using var postgres = await TestArchive.CreateEmptyAsync(StorageKind.Postgres);
        await using var back = await TestArchive.CreateEmptyAsync(StorageKind.Sqlite);

        var there = await MoveAsync(archive, postgres);
        var here = await MoveAsync(postgres, back);

        Assert.Equal(there, here);
        Assert.Equal(1200, there.Single(table => table.Name == "articles").Rows);
        var (before, after) = (await DumpAsync(archive), await DumpAsync(back));
        Assert.Equal(before.Keys, after.Keys);
        foreach (var table in before.Keys)
            Assert.Equal(before[table], after[table]);
    }

    [Fact]
    public async Task Accounts_keys_and_secrets_come_along_and_the_change_feed_starts_anew()
    {
        await using var archive = await FilledAsync();
        await using var to = await TestArchive.CreateEmptyAsync(StorageKind.Sqlite);
        await MoveAsync(archive, to);
        await using var db = to.Open();
        Assert.Equal("anna@gemeente.example", (await db.Users.SingleAsync(Cancellation)).Email);
        Assert.Equal("sleutel", (await db.Set<IdentityUserToken<Guid>>().SingleAsync(Cancellation)).Value);
        Assert.Equal("afbeelding", (await db.ArchiveProperties.SingleAsync(property => property.Name == ArchiveProperty.ImageKey, Cancellation)).Value);
        Assert.Equal(1200, await db.ArticleChanges.Select(change => change.ArticleId).Distinct().CountAsync(Cancellation));
        await using var old = archive.Open();
        Assert.NotEqual(await IdAsync(old), await IdAsync(db));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_move_that_broke_off_goes_on_where_it_was(StorageKind kind)
    {
        await using var archive = await FilledAsync();
        await using var to = await TestArchive.CreateEmptyAsync(kind);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ArchiveMove(archive.Options, to.Options, TimeProvider.System, at =>
        {
            if (at is { Table: "articles", Verifying: false } && at.Done > 500)
                stop.Cancel();
        }).RunAsync(stop.Token));
        await using (var db = to.Open())
            Assert.InRange(await db.Articles.CountAsync(Cancellation), 1, 1199);

        await MoveAsync(archive, to);

        await using var whole = to.Open();
        Assert.Equal(1200, await whole.Articles.CountAsync(Cancellation));
        Assert.False(await whole.ArchiveProperties.AnyAsync(property => property.Name == ArchiveProperty.Moving, Cancellation));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_added_after_a_move_gets_a_number_of_its_own(StorageKind kind)
    {
        await using var archive = await FilledAsync();
        await using var to = await TestArchive.CreateEmptyAsync(kind);
        await MoveAsync(archive, to);
        await using var db = to.Open();
        var last = await db.Sources.MaxAsync(source => source.Id, Cancellation);
        var source = Sample.Source("nieuw");
        db.Sources.Add(source);
        await db.SaveChangesAsync(Cancellation);
        Assert.Equal(last + 1, source.Id);
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        await using var archive = await FilledAsync();
        await using var to = await TestArchive.CreateAsync();
        var fault = await Assert.ThrowsAsync<MoveException>(() => MoveAsync(archive, to));
        Assert.Contains("er wordt niets overschreven", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_that_broke_off_is_not_finished_with_another_state_of_the_archive()
    {
        await using var archive = await FilledAsync();
        await using var to = await TestArchive.CreateEmptyAsync(StorageKind.Sqlite);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ArchiveMove(archive.Options, to.Options, TimeProvider.System, _ => stop.Cancel()).RunAsync(stop.Token));
        await using (var db = archive.Open())
        {
            db.Articles.Add(Sample.Article((await db.Sources.FirstAsync(Cancellation)).Id, "Nieuw"));
            await db.SaveChangesAsync(Cancellation);
        }

        var fault = await Assert.ThrowsAsync<MoveException>(() => MoveAsync(archive, to));
        Assert.Contains("sindsdien veranderd", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_while_it_was_copied_is_noticed()
    {
        await using var archive = await FilledAsync();
        await using var to = await TestArchive.CreateEmptyAsync(StorageKind.Sqlite);
        var changed = false;
        var fault = await Assert.ThrowsAsync<MoveException>(() => new ArchiveMove(archive.Options, to.Options, TimeProvider.System, at =>
        {
            if (at.Verifying && !changed)
            {
                using var db = archive.Open();
                changed = db.Articles.Where(article => article.Title == "Kaal").ExecuteUpdate(set => set.SetProperty(article => article.Title, "Anders")) == 1;
            }
        }).RunAsync(Cancellation));
        Assert.Contains("De tabel articles is na het kopiëren niet gelijk", fault.Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<MovedTable>> MoveAsync(TestArchive from, TestArchive to) =>
        new ArchiveMove(from.Options, to.Options, TimeProvider.System, _ => { }).RunAsync(Cancellation);

    private static async Task<TestArchive> FilledAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        FullArchive.Fill(db);
        var user = new User { Id = Guid.NewGuid(), Email = "anna@gemeente.example", UserName = "anna@gemeente.example", NormalizedEmail = "ANNA@GEMEENTE.EXAMPLE", NormalizedUserName = "ANNA@GEMEENTE.EXAMPLE", Name = "Anna", CreatedAt = DateTimeOffset.UnixEpoch };
        db.Add(user);
        await db.SaveChangesAsync(Cancellation);
        db.Add(new IdentityUserToken<Guid> { UserId = user.Id, LoginProvider = "kiosk", Name = "proef", Value = "sleutel" });
        db.Add(new IdentityUserPasskey<Guid> { UserId = user.Id, CredentialId = [1, 2, 3], Data = new IdentityPasskeyData { Name = "Telefoon", PublicKey = [4, 5], AttestationObject = [6], ClientDataJson = [7], CreatedAt = DateTimeOffset.UnixEpoch } });
        db.Add(new ArchiveProperty { Name = ArchiveProperty.ImageKey, Value = "afbeelding" });
        await db.SaveChangesAsync(Cancellation);
        return archive;
    }

    private static async Task<string> IdAsync(KioskDb db) => (await db.ArchiveProperties.SingleAsync(property => property.Name == ArchiveProperty.ArchiveId, Cancellation)).Value;

    /// <summary>Every table of the file itself but the change feed and what each archive has of its own, with all columns.</summary>
    private static async Task<SortedDictionary<string, List<string>>> DumpAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        await db.Database.OpenConnectionAsync(Cancellation);
        var tables = await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").ToListAsync(Cancellation);
        var dump = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in tables.Except(["article_changes", "archive_properties", "schema_versions"]))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            dump[table] = [];
            while (await reader.ReadAsync(Cancellation))
                dump[table].Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(column)}")));
            dump[table].Sort(StringComparer.Ordinal);
        }

        return dump;
    }
}
