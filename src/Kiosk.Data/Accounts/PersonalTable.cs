using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Accounts;

/// <summary>A table with rows about persons.</summary>
/// <param name="Name">In the schema.</param>
/// <param name="Export">Gives the rows of one person as she may read them, without secrets. Serialized as JSON.</param>
public sealed record PersonalTable(string Name, Func<KioskDb, Guid, CancellationToken, Task<object>> Export)
{
    /// <summary>A table whose rows are exported as <paramref name="rows"/> selects them.</summary>
    public static PersonalTable Of<T>(string name, Func<KioskDb, Guid, IQueryable<T>> rows) =>
        new(name, async (db, user, cancellation) => await rows(db, user).ToListAsync(cancellation));
}
