using Kiosk.Data;
using Kiosk.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Kiosk.Testing;

/// <summary>A fresh archive of its own for one test: a temporary directory, and on PostgreSQL a database that is dropped afterwards.</summary>
public sealed class TestArchive : IAsyncDisposable
{
    public const string PostgresVariable = "KIOSK_TEST_POSTGRES";

    private readonly ServiceProvider _services;
    private readonly string? _database;

    private TestArchive(StorageOptions options, string? database, TimeProvider time)
    {
        Options = options;
        _database = database;
        _services = new ServiceCollection().AddSingleton(time).AddKioskData(options).BuildServiceProvider();
    }

    /// <summary>The storages that a theory runs on.</summary>
    public static TheoryData<StorageKind> Kinds => new(Enum.GetValues<StorageKind>());

    public StorageOptions Options { get; }

    public IDbContextFactory<KioskDb> Factory => _services.GetRequiredService<IDbContextFactory<KioskDb>>();

    public Schema Schema => _services.GetRequiredService<Schema>();

    /// <summary>An archive with the newest schema. Skips the test if PostgreSQL is asked for and there is none.</summary>
    public static async Task<TestArchive> CreateAsync(StorageKind kind = StorageKind.Sqlite, TimeProvider? time = null)
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-test-").FullName;
        if (kind == StorageKind.Postgres)
            return await OnPostgresAsync(directory, $"TEMPLATE {await NewestSchema.OnPostgresAsync()}", time);
        await NewestSchema.LayAsync(directory);
        return new TestArchive(new StorageOptions { DataDirectory = directory }, null, time ?? TimeProvider.System);
    }

    /// <summary>An archive without any schema yet.</summary>
    public static async Task<TestArchive> CreateEmptyAsync(StorageKind kind, TimeProvider? time = null)
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-test-").FullName;
        return kind == StorageKind.Postgres
            ? await OnPostgresAsync(directory, "", time)
            : new TestArchive(new StorageOptions { DataDirectory = directory }, null, time ?? TimeProvider.System);
    }

    public KioskDb Open() => Factory.CreateDbContext();

    /// <summary>Closes it, and leaves its database on PostgreSQL behind, to be copied: nobody has it open then, or can open it.</summary>
    /// <returns>The database's name.</returns>
    internal async Task<string> LeaveAsync()
    {
        await _services.DisposeAsync();
        await ExecuteAsync(PostgresServer(), $"ALTER DATABASE {_database} ALLOW_CONNECTIONS false");
        await ExecuteAsync(PostgresServer(), $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{_database}'");
        Directory.Delete(Options.DataDirectory, recursive: true);
        return _database!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is not null)
            await ExecuteAsync(PostgresServer(), $"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Options.DataDirectory, recursive: true);
    }

    private static async Task<TestArchive> OnPostgresAsync(string directory, string template, TimeProvider? time)
    {
        var server = PostgresServer();
        var name = "kiosk_test_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(server, $"CREATE DATABASE {name} {template}");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, IncludeErrorDetail = true, MaxPoolSize = 30 }.ToString();
        return new TestArchive(new StorageOptions { DataDirectory = directory, PostgresConnection = connection }, name, time ?? TimeProvider.System);
    }

    internal static string PostgresServer()
    {
        var server = Environment.GetEnvironmentVariable(PostgresVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"No PostgreSQL: set {PostgresVariable} to a connection string of a role that may create databases.");
        return server!;
    }

    internal static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
