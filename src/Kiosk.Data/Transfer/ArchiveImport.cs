using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Transfer;

/// <summary>
/// Takes a whole archive in, as <see cref="ArchiveExport"/> wrote it, into one that is empty: with the same ids, so that addresses and lists keep
/// working. How far it came stands in the archive itself; after a break the same command goes on there.
/// </summary>
public sealed class ArchiveImport(IDbContextFactory<KioskDb> factory)
{
    private const int RowsAtATime = 500;

    /// <summary>Whether a file with this first line is an exported archive.</summary>
    /// <exception cref="TransferException">It is one that this version cannot read.</exception>
    public static bool IsArchive(string firstLine) => ArchiveFile.IdOf(firstLine) is not null;

    /// <summary>Reads all rows, a few hundred to a transaction.</summary>
    /// <param name="file">From its beginning; it must be seekable.</param>
    /// <param name="read">Told how many bytes were read so far.</param>
    /// <param name="cancellation">Stops between transactions.</param>
    /// <returns>How many rows came in now; those of an earlier, broken attempt are not counted again.</returns>
    /// <exception cref="TransferException">The file is cut short or spoilt, or the archive is not empty.</exception>
    public async Task<long> ReadAsync(Stream file, Action<long> read, CancellationToken cancellation)
    {
        if (!ArchiveFile.IsWhole(file))
            throw new TransferException("Dit bestand is niet heel: het einde ontbreekt. Maak de export opnieuw, of kopieer het bestand nog eens.");
        using var lines = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var id = ArchiveFile.IdOf(await lines.ReadLineAsync(cancellation) ?? "") ?? throw new TransferException("Dit is geen export van een kiosk.");
        var (done, rows) = (await BegunAsync(id, cancellation), 0L);
        var batch = new List<string>(RowsAtATime);
        for (var number = 2L; await lines.ReadLineAsync(cancellation) is { } line && !ArchiveFile.IsFooter(line); number++)
        {
            if (number <= done)
                continue;
            batch.Add(line);
            rows++;
            if (batch.Count < RowsAtATime)
                continue;
            await StoreAsync(id, batch, number, cancellation);
            batch.Clear();
            read(file.Position);
        }

        await StoreAsync(id, batch, done + rows, cancellation);
        await FinishAsync(cancellation);
        return rows;
    }

    /// <summary>The number of the last line that an earlier attempt stored; for a first attempt, which needs an empty archive, that is the heading.</summary>
    private async Task<long> BegunAsync(string id, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var begun = await db.ArchiveProperties.Where(property => property.Name == ArchiveProperty.Importing).Select(property => property.Value).SingleOrDefaultAsync(cancellation);
        if (begun?.Split(':') is [var earlier, var line] && earlier == id)
            return long.Parse(line, CultureInfo.InvariantCulture);
        foreach (var table in ArchiveTables.All)
        {
            if (await table.Count(db) > 0)
                throw new TransferException($"Dit archief is niet leeg{(begun is null ? "" : ": er kwam eerder een deel van een ander bestand in")}. Een heel archief kan alleen in een nieuwe, lege map: noem die met --data.");
        }

        return 1;
    }

    private async Task StoreAsync(string id, List<string> lines, long last, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var formats = ArchiveTables.All.Select(table => RowFormat.Of(db, table)).ToDictionary(format => format.Table, StringComparer.Ordinal);
        var first = last - lines.Count + 1;
        // A table at a time: articles and stories name each other, so in one go neither could come first.
        foreach (var table in lines.Select((line, index) => Row(formats, line, first + index)).GroupBy(row => row.GetType()))
        {
            db.AddRange(table);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        await KeepAsync(db, $"{id}:{last}", cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static object Row(Dictionary<string, RowFormat> formats, string line, long number)
    {
        try
        {
            var fields = JsonElement.Parse(line);
            return fields.TryGetProperty(RowFormat.TableKey, out var table) && formats.TryGetValue(table.GetString() ?? "", out var format)
                ? format.Read(fields)
                : throw new TransferException("deze versie van de Kiosk kent deze tabel niet. Gebruik de versie die het bestand maakte, of een nieuwere");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or TransferException)
        {
            var why = fault is TransferException ? fault.Message : "dit is geen rij van een archief";
            throw new TransferException(string.Create(CultureInfo.InvariantCulture, $"Regel {number}: {why}. De regels ervoor staan in het archief; herstel het bestand en geef de opdracht nog eens."), fault);
        }
    }

    private static async Task KeepAsync(KioskDb db, string progress, CancellationToken cancellation)
    {
        if (await db.ArchiveProperties.FindAsync([ArchiveProperty.Importing], cancellation) is { } property)
            property.Value = progress;
        else
            db.ArchiveProperties.Add(new ArchiveProperty { Name = ArchiveProperty.Importing, Value = progress });
    }

    private async Task FinishAsync(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Numbering.GoOnAsync(db, ArchiveTables.Carried.Select(entity => db.Model.FindEntityType(entity)!), cancellation);
        await db.ArchiveProperties.Where(property => property.Name == ArchiveProperty.Importing).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
