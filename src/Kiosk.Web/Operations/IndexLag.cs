using Kiosk.Data;
using Kiosk.Search;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Operations;

/// <summary>How far this node's search index is behind the archive.</summary>
public sealed class IndexLag(IDbContextFactory<KioskDb> factory, SearchIndex index)
{
    public async Task<IndexState> ReadAsync(CancellationToken cancellation)
    {
        if (!index.IsReady || index.Position is not { } position)
            return new IndexState(false, index.Count, 0, index.WasDamaged);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var changes = await db.ArticleChanges.LongCountAsync(
            change => change.TransactionId > position.Transaction || (change.TransactionId == position.Transaction && change.Sequence > position.Sequence), cancellation);
        return new IndexState(true, index.Count, changes, index.WasDamaged);
    }
}

/// <param name="Ready">False while it is filled for the first time.</param>
/// <param name="Articles">Articles in it.</param>
/// <param name="Changes">Rows of the change feed that it has not followed yet.</param>
/// <param name="WasDamaged">Whether it was found damaged at the start, and made anew.</param>
public sealed record IndexState(bool Ready, int Articles, long Changes, bool WasDamaged);
