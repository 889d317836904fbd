using Kiosk.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Testing;

/// <summary>The newest schema, made once in a run of tests and copied for each archive: its migrations take longer than most tests.</summary>
public static class NewestSchema
{
    private static readonly Lazy<Task<byte[]>> Sqlite = new(MakeSqliteAsync);
    private static readonly Lazy<Task<string>> Postgres = new(MakePostgresAsync);

    /// <summary>Lays an empty SQLite archive with this schema in <paramref name="directory"/>.</summary>
    public static async Task LayAsync(string directory) =>
        await File.WriteAllBytesAsync(new StorageOptions { DataDirectory = directory }.SqliteFile, await Sqlite.Value);

    /// <summary>The name of a database that has it. Skips the test if there is no PostgreSQL.</summary>
    internal static Task<string> OnPostgresAsync()
    {
        TestArchive.PostgresServer();
        return Postgres.Value;
    }

    private static async Task<byte[]> MakeSqliteAsync()
    {
        await using var archive = await TestArchive.CreateEmptyAsync(StorageKind.Sqlite);
        await archive.Schema.UpdateAsync();
        await using (var db = archive.Open())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return await File.ReadAllBytesAsync(archive.Options.SqliteFile);
    }

    private static async Task<string> MakePostgresAsync()
    {
        var archive = await TestArchive.CreateEmptyAsync(StorageKind.Postgres);
        await archive.Schema.UpdateAsync();
        var name = await archive.LeaveAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TestArchive.ExecuteAsync(TestArchive.PostgresServer(), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)").GetAwaiter().GetResult();
        return name;
    }
}
