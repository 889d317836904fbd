using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kiosk.Data.Transfer;

/// <summary>Lets ids go on behind the rows that came in with ids of their own.</summary>
internal static class Numbering
{
    /// <summary>PostgreSQL does not count ids that were given; SQLite does. The names come from the model.</summary>
    public static async Task GoOnAsync(KioskDb db, IEnumerable<IEntityType> entities, CancellationToken cancellation)
    {
        if (!db.Database.IsNpgsql())
            return;
        foreach (var table in entities.Where(CountsItself).Select(entity => entity.GetTableName()!))
            await db.Database.ExecuteSqlRawAsync(Statement(table), cancellation);
    }

    private static bool CountsItself(IEntityType entity) => entity.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key] && (key.ClrType == typeof(int) || key.ClrType == typeof(long));

    private static string Statement(string table) => $"SELECT setval(pg_get_serial_sequence('{table}', 'id'), COALESCE(MAX(id), 1), MAX(id) IS NOT NULL) FROM {table}";
}
