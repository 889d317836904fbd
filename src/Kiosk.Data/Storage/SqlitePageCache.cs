using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kiosk.Data.Storage;

/// <summary>
/// Every SQLite connection keeps pages of its own at hand, and those of a pool fill up in the course of hours. So each keeps two megabytes when it is opened
/// (<see cref="SqlitePragmas"/>), and four from when a transaction starts until it is opened again: one writes at a time, and touches pages all over the file.
/// </summary>
internal sealed class SqlitePageCache : DbTransactionInterceptor
{
    /// <summary>In KiB where SQLite is told a negative number.</summary>
    public const string OfReader = "PRAGMA cache_size = -2000;";

    public static readonly SqlitePageCache Instance = new();

    private const string OfWriter = "PRAGMA cache_size = -4000;";

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = connection.CreateCommand();
        command.Transaction = result;
        command.CommandText = OfWriter;
        command.ExecuteNonQuery();
        return result;
    }

    public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(TransactionStarted(connection, eventData, result)); // SQLite answers at once: it has nothing to wait for.
}
