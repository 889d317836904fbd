using Kiosk.Data.Lists;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>What editors put in dossiers from the desk.</summary>
public static class DossierActs
{
    public static readonly ActKind Added = new("dossier-added", "zette een stuk in", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Added];

    /// <summary>Puts an article at the end of a dossier.</summary>
    public static async Task<ListOutcome> AddAsync(KioskDb db, ActBatch batch, long dossier, long article, CancellationToken cancellation = default)
    {
        if (!await db.ReadingLists.AnyAsync(list => list.Id == dossier && list.UserId == null && list.RemovedAt == null, cancellation))
            return ListOutcome.NotFound;
        if (await StandsAsync(db, dossier, article, cancellation))
            return ListOutcome.Changed;
        return await ListChange.ApplyAsync(db, dossier, version: null, batch.At, list =>
        {
            ListChange.Add(list, article, "", batch.At);
            EditorialLog.Record(db, batch, Added, ActSubject.Of(list), new KeptEntry(dossier, article, Stands: false), new KeptEntry(dossier, article, Stands: true));
        }, cancellation);
    }

    private static Task<bool> StandsAsync(KioskDb db, long dossier, long article, CancellationToken cancellation) =>
        db.ListEntries.AnyAsync(entry => entry.ListId == dossier && entry.ArticleId == article && entry.RemovedAt == null, cancellation);

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var wanted = EditorialLog.Read<KeptEntry>(act.Before)!;
        if (await StandsAsync(db, wanted.Dossier, wanted.Article, cancellation) == wanted.Stands)
            return wanted.Stands ? "Het stuk staat al in het dossier." : "Het stuk staat niet meer in het dossier.";
        var outcome = await ListChange.ApplyAsync(db, wanted.Dossier, version: null, by.At, list =>
        {
            if (wanted.Stands)
                ListChange.Add(list, wanted.Article, "", by.At);
            else
                ListChange.Remove(list, wanted.Article, by.At);
        }, cancellation);
        return outcome == ListOutcome.Changed ? null : "Het dossier is weg of vol.";
    }
}
