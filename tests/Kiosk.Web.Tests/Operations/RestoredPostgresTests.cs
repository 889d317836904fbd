using Kiosk.Data;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tests.Operations;

/// <summary>What operators do by hand after <c>pg_restore</c>, as their manual tells it.</summary>
public sealed class RestoredPostgresTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_statement_in_the_manual_makes_it_another_archive_that_was_put_back_now()
    {
        await using var archive = await TestArchive.CreateAsync(StorageKind.Postgres);
        var manual = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "docs", "operators", "backup.md"), Cancellation);
        // In a format, braces come twice.
        var statement = manual.Split("<<'SQL'\n")[1].Split("\nSQL\n")[0].Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        await using var db = archive.Open();
        var before = await IdAsync(db);

        await db.Database.ExecuteSqlRawAsync(statement, Cancellation);
        await db.Database.ExecuteSqlRawAsync(statement, Cancellation);

        Assert.NotEqual(before, await IdAsync(db));
        Assert.InRange((TimeProvider.System.GetUtcNow() - (await DeliveryPlan.RestoredAsync(db, Cancellation))!.Value).Duration().TotalMinutes, 0, 5);
    }

    private static Task<string> IdAsync(KioskDb db) =>
        db.ArchiveProperties.AsNoTracking().Where(property => property.Name == ArchiveProperty.ArchiveId).Select(property => property.Value).SingleAsync(Cancellation);
}
