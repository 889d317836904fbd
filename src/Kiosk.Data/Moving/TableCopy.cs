using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kiosk.Data.Moving;

/// <summary>One table on its way from one archive to another.</summary>
internal abstract class TableCopy(string name)
{
    public string Name { get; } = name;

    /// <summary>Makes one for an entity of the model.</summary>
    public static TableCopy Of(IEntityType entity)
    {
        var name = entity.GetTableName()!;
        var key = string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()));
        return (TableCopy)Activator.CreateInstance(typeof(TableCopy<>).MakeGenericType(entity.ClrType), name, key)!;
    }

    public abstract Task<long> CountAsync(KioskDb db, CancellationToken cancellation);

    /// <summary>Removes all rows.</summary>
    public abstract Task ClearAsync(KioskDb db, CancellationToken cancellation);

    /// <summary>Adds the rows from <paramref name="skip"/> on, at most <paramref name="take"/>, in the order of their key.</summary>
    /// <returns>How many; fewer than <paramref name="take"/> at the end.</returns>
    public abstract Task<int> CopyAsync(KioskDb from, KioskDb to, long skip, int take, CancellationToken cancellation);

    /// <param name="db">Where the rows are read.</param>
    /// <param name="read">Told of each thousand rows.</param>
    /// <param name="cancellation">Ends it.</param>
    public abstract Task<MovedTable> SumAsync(KioskDb db, Action<int> read, CancellationToken cancellation);
}

/// <inheritdoc />
internal sealed class TableCopy<T>(string name, string key) : TableCopy(name) where T : class
{
    private const int TellAfter = 1000;

    /// <summary>All of them, also those that pages do not show.</summary>
    private static IQueryable<T> Rows(KioskDb db) => db.Set<T>().IgnoreQueryFilters().AsNoTracking();

    public override Task<long> CountAsync(KioskDb db, CancellationToken cancellation) => Rows(db).LongCountAsync(cancellation);

    public override Task ClearAsync(KioskDb db, CancellationToken cancellation) => Rows(db).ExecuteDeleteAsync(cancellation);

    public override async Task<int> CopyAsync(KioskDb from, KioskDb to, long skip, int take, CancellationToken cancellation)
    {
        // Names come from the model, never from outside.
        var page = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SELECT * FROM {Name} ORDER BY {key} LIMIT {take} OFFSET {skip}");
        var rows = await from.Set<T>().FromSqlRaw(page).IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellation);
        to.AddRange(rows);
        await to.SaveChangesAsync(cancellation);
        to.ChangeTracker.Clear();
        return rows.Count;
    }

    public override async Task<MovedTable> SumAsync(KioskDb db, Action<int> read, CancellationToken cancellation)
    {
        var sum = new RowSum();
        await foreach (var row in Rows(db).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            sum.Add(row);
            if (sum.Rows % TellAfter == 0)
                read(TellAfter);
        }

        read((int)(sum.Rows % TellAfter));
        return new MovedTable(Name, sum.Rows, sum.ToString());
    }
}
