using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Storage;

/// <summary>Brings the archive's schema up to date: forward only, one transaction a step, safe when several nodes start at once.</summary>
public sealed class Schema(IDbContextFactory<KioskDb> factory, StorageOptions options, TimeProvider time)
{
    /// <summary>Any number will do, as long as every node locks the same one.</summary>
    private const long PostgresLock = 0x4b696f736b;

    private const string CreateVersions =
        "CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)";

    private readonly IReadOnlyList<Migration> _migrations = Migration.For(options.UsesPostgres ? "postgresql" : "sqlite");

    /// <summary>The last step of the schema that this program knows.</summary>
    public static int Newest { get; } = Migration.For("sqlite")[^1].Version;

    /// <returns>How many steps were applied.</returns>
    /// <exception cref="NewerSchemaException">The archive is newer than this program.</exception>
    public async Task<int> UpdateAsync(CancellationToken cancellation = default)
    {
        if (!options.UsesPostgres)
            Directory.CreateDirectory(options.DataDirectory);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var applied = 0;
        while (await ApplyNextAsync(db, cancellation))
            applied++;
        return applied;
    }

    /// <summary>Whether an archive stands here, of whatever version.</summary>
    internal static async Task<bool> ExistsAsync(KioskDb db, CancellationToken cancellation)
    {
        var tables = db.Database.IsNpgsql()
            ? "SELECT COUNT(*) AS \"Value\" FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_versions'"
            : "SELECT COUNT(*) AS \"Value\" FROM sqlite_schema WHERE name = 'schema_versions'";
        return await db.Database.SqlQueryRaw<long>(tables).SingleAsync(cancellation) > 0;
    }

    private async Task<bool> ApplyNextAsync(KioskDb db, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync(cancellation);
        if (options.UsesPostgres)
            await ExecuteAsync(transaction, $"SELECT pg_advisory_xact_lock({PostgresLock})", cancellation);
        await ExecuteAsync(transaction, CreateVersions, cancellation);
        var version = await VersionAsync(transaction, cancellation);
        var known = _migrations[^1].Version;
        if (version > known)
            throw new NewerSchemaException(version, known);
        var next = _migrations.FirstOrDefault(migration => migration.Version > version);
        if (next is not null)
        {
            await ExecuteAsync(transaction, next.Sql, cancellation);
            await ExecuteAsync(transaction, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_versions VALUES ({next.Version}, '{next.Name}', '{time.GetUtcNow():u}')"), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return next is not null;
    }

    private static async Task<int> VersionAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT COALESCE(MAX(version), 0) FROM schema_versions";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(DbTransaction transaction, string sql, CancellationToken cancellation)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
