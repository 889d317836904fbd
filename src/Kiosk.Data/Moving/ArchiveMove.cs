using System.Globalization;
using System.Text.Json;
using Kiosk.Data.Changes;
using Kiosk.Data.Storage;
using Kiosk.Data.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Moving;

/// <summary>
/// Moves a whole archive to another database: from SQLite to PostgreSQL, or back. Everything comes along, accounts, keys and subscribers too; only the
/// change feed is written anew by the triggers of the other side, which therefore counts as another archive, so that search indexes fill themselves again.
/// How far it came stands in the archive that is filled: after a break the same call goes on there. Nothing is changed on the side it comes from.
/// </summary>
public sealed class ArchiveMove(StorageOptions from, StorageOptions to, TimeProvider time, Action<MoveProgress> progress)
{
    private const int RowsAtATime = 500;

    /// <summary>Facts about one archive alone, and what the move itself keeps.</summary>
    private static readonly string[] OwnProperties =
        [ArchiveProperty.ArchiveId, ArchiveProperty.ChangesTrimmedTo, ArchiveProperty.Importing, ArchiveProperty.Moving, .. FollowedTo.All];

    /// <returns>All tables, each as it stands on both sides.</returns>
    /// <exception cref="MoveException">The other side is not empty, a row does not fit, or the sides differ afterwards.</exception>
    public async Task<IReadOnlyList<MovedTable>> RunAsync(CancellationToken cancellation)
    {
        if (!to.UsesPostgres)
            Directory.CreateDirectory(to.DataDirectory);
        await using var source = StorageRegistration.Open(from);
        await using var target = StorageRegistration.Open(to);
        var tables = await TablesAsync(source, cancellation);
        var state = await BeginAsync(source, target, cancellation);
        var total = 0L;
        foreach (var (table, _) in tables)
            total += await table.CountAsync(source, cancellation);
        if (state is { Table: 0, Rows: 0 })
            await ClearAsync(target, tables, cancellation);
        await CopyAllAsync(source, target, tables, state, total, cancellation);
        var verified = await VerifyAsync(source, target, tables, total, cancellation);
        await FinishAsync(source, target, cancellation);
        return verified;
    }

    /// <summary>All tables but the two that each archive has of its own, in the order in which they can be filled, and whether one points to itself.</summary>
    private static async Task<List<(TableCopy Table, bool PointsToItself)>> TablesAsync(KioskDb source, CancellationToken cancellation)
    {
        var copies = source.Model.GetEntityTypes()
            .Where(entity => !entity.IsOwned() && entity.ClrType != typeof(ArticleChange) && entity.ClrType != typeof(ArchiveProperty))
            .Select(TableCopy.Of).ToDictionary(copy => copy.Name, StringComparer.Ordinal);
        var pointers = await TableOrder.PointersAsync(source, cancellation);
        return [.. TableOrder.Sort(copies.Keys, pointers).Select(name => (copies[name], pointers[name].Contains(name)))];
    }

    /// <summary>Where to go on; a new move makes the schema first, and so needs a database without one.</summary>
    private async Task<MoveState> BeginAsync(KioskDb source, KioskDb target, CancellationToken cancellation)
    {
        var mark = await MarkAsync(source, cancellation);
        if (await Schema.ExistsAsync(target, cancellation))
        {
            var kept = await target.ArchiveProperties.Where(property => property.Name == ArchiveProperty.Moving).Select(property => property.Value).SingleOrDefaultAsync(cancellation);
            var begun = kept is null ? null : JsonSerializer.Deserialize<MoveState>(kept);
            if (begun is null)
                throw new MoveException("Daar staat al een archief. Kies een lege database of map; er wordt niets overschreven.");
            if (begun.Mark != mark)
                throw new MoveException("Een eerdere verhuizing hierheen is niet afgemaakt, en het archief is sindsdien veranderd. Maak de database of map leeg en begin opnieuw.");
            return begun;
        }

        await new Schema(StorageRegistration.Opener(to), to, time).UpdateAsync(cancellation);
        return await KeepAsync(target, new MoveState(mark, 0, 0), cancellation);
    }

    /// <summary>Tells one state of an archive from another: its name and the end of its change feed.</summary>
    private static async Task<string> MarkAsync(KioskDb source, CancellationToken cancellation)
    {
        var id = await source.ArchiveProperties.SingleAsync(property => property.Name == ArchiveProperty.ArchiveId, cancellation);
        var last = await source.ArticleChanges.MaxAsync(change => (long?)change.Sequence, cancellation) ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"{id.Value}:{last}");
    }

    /// <summary>The schema plants a few rows of its own; those of the archive that comes take their place.</summary>
    private static async Task ClearAsync(KioskDb target, List<(TableCopy Table, bool)> tables, CancellationToken cancellation)
    {
        foreach (var (table, _) in Enumerable.Reverse(tables))
            await table.ClearAsync(target, cancellation);
    }

    private async Task CopyAllAsync(KioskDb source, KioskDb target, List<(TableCopy, bool)> tables, MoveState state, long total, CancellationToken cancellation)
    {
        var done = 0L;
        for (var number = 0; number < tables.Count; number++)
        {
            var (table, pointsToItself) = tables[number];
            var rows = number < state.Table ? await table.CountAsync(source, cancellation) : number == state.Table ? state.Rows : 0;
            for (var more = number >= state.Table; more;)
            {
                progress(new MoveProgress(false, table.Name, done + rows, total));
                // In one go, rows that point to each other are put in order.
                var take = pointsToItself ? int.MaxValue : RowsAtATime;
                var copied = await CopyAsync(source, target, table, state with { Table = number, Rows = rows }, take, cancellation);
                rows += copied;
                more = copied == take;
            }

            done += rows;
        }
    }

    private static async Task<int> CopyAsync(KioskDb source, KioskDb target, TableCopy table, MoveState state, int take, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await target.Database.BeginTransactionAsync(cancellation);
            // Triggers may have put rows in while another table was filled.
            if (state.Rows == 0)
                await table.ClearAsync(target, cancellation);
            var copied = await table.CopyAsync(source, target, state.Rows, take, cancellation);
            await KeepAsync(target, state with { Rows = state.Rows + copied }, cancellation);
            await transaction.CommitAsync(cancellation);
            return copied;
        }
        catch (DbUpdateException fault)
        {
            throw new MoveException($"Een rij van {table.Name} past niet in de andere database: {fault.InnerException?.Message ?? fault.Message} Wat er al staat, blijft staan; na herstel gaat dezelfde opdracht verder.", fault);
        }
    }

    private async Task<IReadOnlyList<MovedTable>> VerifyAsync(KioskDb source, KioskDb target, List<(TableCopy, bool)> tables, long total, CancellationToken cancellation)
    {
        var (verified, done) = (new List<MovedTable>(), 0L);
        foreach (var (table, _) in tables)
        {
            var there = await table.SumAsync(source, read => progress(new MoveProgress(true, table.Name, done += read, 2 * total)), cancellation);
            var here = await table.SumAsync(target, read => progress(new MoveProgress(true, table.Name, done += read, 2 * total)), cancellation);
            if (there != here)
                throw new MoveException(string.Create(CultureInfo.InvariantCulture,
                    $"De tabel {table.Name} is na het kopiëren niet gelijk ({there.Rows} rijen hier, {here.Rows} daar). Stond de Kiosk nog aan? Stop die, maak de database of map leeg en begin opnieuw."));
            verified.Add(there);
        }

        return verified;
    }

    private static async Task FinishAsync(KioskDb source, KioskDb target, CancellationToken cancellation)
    {
        await using var transaction = await target.Database.BeginTransactionAsync(cancellation);
        target.AddRange(await source.ArchiveProperties.AsNoTracking().Where(property => !OwnProperties.Contains(property.Name)).ToListAsync(cancellation));
        await target.SaveChangesAsync(cancellation);
        await Numbering.GoOnAsync(target, target.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(ArticleChange)), cancellation);
        await target.ArchiveProperties.Where(property => property.Name == ArchiveProperty.Moving).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<MoveState> KeepAsync(KioskDb target, MoveState state, CancellationToken cancellation)
    {
        var value = JsonSerializer.Serialize(state);
        if (await target.ArchiveProperties.Where(property => property.Name == ArchiveProperty.Moving)
            .ExecuteUpdateAsync(set => set.SetProperty(property => property.Value, value), cancellation) == 0)
        {
            target.ArchiveProperties.Add(new ArchiveProperty { Name = ArchiveProperty.Moving, Value = value });
            await target.SaveChangesAsync(cancellation);
            target.ChangeTracker.Clear();
        }

        return state;
    }

    /// <param name="Mark">Which archive, in which state, is being moved.</param>
    /// <param name="Table">The number of the table at hand, in the order of filling.</param>
    /// <param name="Rows">Rows of it that are there.</param>
    private sealed record MoveState(string Mark, int Table, long Rows);
}
