using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Moving;

/// <summary>Which tables point to which, read from the schema itself: the order in which they can be filled.</summary>
internal static class TableOrder
{
    private const string Sqlite =
        "SELECT DISTINCT tables.name || '>' || keys.\"table\" AS \"Value\" FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys WHERE tables.type = 'table'";

    private const string Postgres = "SELECT DISTINCT conrelid::regclass || '>' || confrelid::regclass AS \"Value\" FROM pg_constraint WHERE contype = 'f'";

    /// <summary>Pairs of a table and one that it points to, itself included.</summary>
    public static async Task<ILookup<string, string>> PointersAsync(KioskDb db, CancellationToken cancellation)
    {
        var pairs = await db.Database.SqlQueryRaw<string>(db.Database.IsNpgsql() ? Postgres : Sqlite).ToListAsync(cancellation);
        return pairs.Select(pair => pair.Split('>')).ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    /// <summary>The tables, each after all that it points to. Two that point to each other would never come.</summary>
    /// <exception cref="InvalidOperationException">The schema holds such a circle.</exception>
    public static IEnumerable<string> Sort(IReadOnlyCollection<string> tables, ILookup<string, string> pointers)
    {
        var (waiting, placed) = (tables.Order(StringComparer.Ordinal).ToList(), new HashSet<string>(StringComparer.Ordinal));
        while (waiting.Count > 0)
        {
            var next = waiting.Find(table => pointers[table].All(target => target == table || placed.Contains(target)))
                ?? throw new InvalidOperationException($"These tables point to each other in a circle: {string.Join(", ", waiting)}.");
            waiting.Remove(next);
            placed.Add(next);
            yield return next;
        }
    }
}
