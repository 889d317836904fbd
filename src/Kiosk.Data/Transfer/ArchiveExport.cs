using System.Data;
using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kiosk.Data.Transfer;

/// <summary>Writes the whole archive as JSON Lines: a line a row, table after table, as it stood at one moment, while the kiosk goes on.</summary>
public sealed class ArchiveExport(IDbContextFactory<KioskDb> factory, TimeProvider time)
{
    private const int FlushAfter = 64 * 1024;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Streams all rows; memory does not grow with the archive.</summary>
    /// <param name="to">Left open.</param>
    /// <param name="written">Told how many rows were written, of how many.</param>
    /// <param name="cancellation">Leaves a file without its last line, which no import takes.</param>
    /// <returns>How many rows were written.</returns>
    public async Task<long> WriteAsync(Stream to, Action<long, long> written, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var moment = await AtOneMomentAsync(db, cancellation);
        var (rows, total) = (0L, 0L);
        foreach (var table in ArchiveTables.All)
            total += await table.Count(db);
        await LineAsync(to, ArchiveFile.Header(Guid.NewGuid().ToString("N"), time.GetUtcNow()), cancellation);
        foreach (var table in ArchiveTables.All)
        {
            await foreach (var line in LinesAsync(db, table, cancellation))
            {
                await to.WriteAsync(line.Bytes, cancellation);
                rows += line.Rows;
                written(rows, total);
            }
        }

        await LineAsync(to, ArchiveFile.Footer(rows), cancellation);
        return rows;
    }

    private static async IAsyncEnumerable<(ReadOnlyMemory<byte> Bytes, int Rows)> LinesAsync(KioskDb db, ArchiveTable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var format = RowFormat.Of(db, table);
        var buffer = new MemoryStream();
        using var writer = new Utf8JsonWriter(buffer, Writing);
        var rows = 0;
        await foreach (var row in table.Rows(db).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            format.Write(writer, row);
            writer.Flush();
            writer.Reset();
            buffer.WriteByte((byte)'\n');
            rows++;
            if (buffer.Length < FlushAfter)
                continue;
            yield return (buffer.GetBuffer().AsMemory(0, (int)buffer.Length), rows);
            buffer.SetLength(0);
            rows = 0;
        }

        yield return (buffer.GetBuffer().AsMemory(0, (int)buffer.Length), rows);
    }

    /// <summary>All reads see the archive as it is now; nobody's writing waits for it.</summary>
    private static async Task<IDbContextTransaction> AtOneMomentAsync(KioskDb db, CancellationToken cancellation)
    {
        if (db.Database.IsNpgsql())
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        DbTransaction deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(deferred, cancellation))!;
    }

    private static async Task LineAsync(Stream to, string line, CancellationToken cancellation) => await to.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellation);
}
