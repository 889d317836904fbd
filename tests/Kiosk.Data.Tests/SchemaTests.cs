using Kiosk.Data.Storage;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class SchemaTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_new_archive_gets_every_step_once(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateEmptyAsync(kind);
        Assert.Equal(Migration.For("sqlite").Count, await archive.Schema.UpdateAsync());
        Assert.Equal(0, await archive.Schema.UpdateAsync());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Several_nodes_may_start_at_once(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateEmptyAsync(kind);
        var steps = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => archive.Schema.UpdateAsync())));
        Assert.Equal(Migration.For("sqlite").Count, steps.Sum());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_newer_schema_stops_the_program_with_a_clear_message(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using (var db = archive.Open())
            await db.Database.ExecuteSqlAsync($"INSERT INTO schema_versions VALUES (999, 'toekomst', 'later')");
        var problem = await Assert.ThrowsAsync<NewerSchemaException>(() => archive.Schema.UpdateAsync());
        Assert.Contains("schema 999", problem.Message, StringComparison.Ordinal);
        Assert.Contains("nieuwere versie", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_providers_have_the_same_steps() =>
        Assert.Equal(
            Migration.For("sqlite").Select(step => (step.Version, step.Name)),
            Migration.For("postgresql").Select(step => (step.Version, step.Name)));

    [Fact]
    public void No_two_steps_have_the_same_number() =>
        Assert.Equal(Migration.For("sqlite").Count, Migration.For("sqlite").Select(step => step.Version).Distinct().Count());

    [Fact]
    public async Task Sqlite_runs_in_wal_with_foreign_keys_and_patience()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("""SELECT journal_mode AS "Value" FROM pragma_journal_mode""").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("""SELECT foreign_keys AS "Value" FROM pragma_foreign_keys""").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(10000, await db.Database.SqlQueryRaw<int>("""SELECT timeout AS "Value" FROM pragma_busy_timeout""").SingleAsync(TestContext.Current.CancellationToken));
    }
}
