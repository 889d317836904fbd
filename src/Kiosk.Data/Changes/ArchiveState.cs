using Kiosk.Data.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kiosk.Data.Changes;

/// <summary>
/// Tells whether anything at all was committed to the archive since a moment, by whatever program: what was made from it may be used again as long as the state is the
/// same. Costs next to nothing to ask. It says nothing of what changed; for articles, <see cref="ChangeFeed"/> does.
/// </summary>
/// <remarks>
/// On SQLite this is <c>PRAGMA data_version</c> of a connection that never writes: it changes with every commit of any other. On PostgreSQL it is the snapshot that a
/// reader would get, as text: it names the transactions that can be seen, so that it changes when one ends and never comes back.
/// </remarks>
public sealed class ArchiveState(StorageOptions storage) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private SqliteConnection? _sqlite;
    private NpgsqlDataSource? _postgres;
    private object? _opening;

    /// <summary>Take it before reading what is to be kept: a change while it is read then makes what was kept old at once.</summary>
    /// <exception cref="System.Data.Common.DbException">The archive cannot be reached.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellation = default)
    {
        if (storage.UsesPostgres)
            return await PostgresAsync(cancellation);
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            return Sqlite();
        }
        catch (SqliteException)
        {
            _sqlite?.Dispose();
            _sqlite = null;
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        _sqlite?.Dispose();
        _postgres?.Dispose();
        _oneAtATime.Dispose();
    }

    private string Sqlite()
    {
        if (_sqlite is null)
        {
            _sqlite = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = storage.SqliteFile, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 10 }.ToString());
            _sqlite.Open();
        }

        using var command = _sqlite.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return command.ExecuteScalar()!.ToString()!;
    }

    private async Task<string> PostgresAsync(CancellationToken cancellation)
    {
        var postgres = LazyInitializer.EnsureInitialized(ref _postgres, ref _opening, () => NpgsqlDataSource.Create(storage.PostgresConnection!));
        await using var command = postgres.CreateCommand("SELECT pg_current_snapshot()::text");
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
