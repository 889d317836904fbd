using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Ingest.Stories;

namespace Kiosk.Ingest.Archiving;

/// <summary>Writes batches, one at a time: stories are found for one batch at a time anyway.</summary>
internal sealed class ArchivePen(WriteTurn turn)
{
    /// <summary>Writes what changed in one transaction.</summary>
    /// <param name="db">Its changes were detected.</param>
    /// <param name="added">What is new, apart from these.</param>
    /// <param name="still">As in <see cref="Archive.StoreAsync"/>.</param>
    /// <param name="now">When stories start that begin with them.</param>
    /// <param name="cancellation">Nothing is written then.</param>
    /// <exception cref="LeaseLostException">Somebody else took the source over.</exception>
    public async Task WriteAsync(KioskDb db, NewArticles added, Func<KioskDb, Task<bool>> still, DateTimeOffset now, CancellationToken cancellation)
    {
        var speaking = StoryReading.OfChanged(db, added.Articles);
        using var held = await turn.TakeAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await still(db))
            throw new LeaseLostException();
        if (speaking.Count > 0)
            await StoryFinder.TakeTurnAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
        await added.StoreAsync(db, cancellation);
        await StoryFinder.PlaceAsync(db, speaking, now, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
