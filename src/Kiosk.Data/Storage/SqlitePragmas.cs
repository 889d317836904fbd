using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kiosk.Data.Storage;

/// <summary>
/// Sets what a SQLite connection forgets between openings: readers and a writer side by side (WAL), and ten seconds of patience
/// for the lock. Synchronous stays at FULL: what was committed survives a power cut. What is deleted is overwritten: erasing a person leaves no trace in
/// the file. Names and sketches of articles stand in the order of chance, so a transaction touches pages all over: they are written back from the journal
/// once in thirty-two megabytes, rather than a page again and again. How many pages are kept at hand: <see cref="SqlitePageCache"/>.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; "
        + "PRAGMA wal_autocheckpoint = 8000; " + SqlitePageCache.OfReader;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
