using System.Globalization;
using Kiosk.Data.Lists;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>What editors do to dossiers: make them, of nothing or of a list of theirs, and change what stands in them.</summary>
public static class DossierActs
{
    public static readonly ActKind Made = new("dossier-made", "maakte het dossier", UndoMadeAsync);
    public static readonly ActKind Published = new("dossier-published", "maakte een dossier van de bundel", UndoPublishedAsync);
    public static readonly ActKind TakenBack = new("dossier-taken-back", "maakte weer een bundel van het dossier", UndoPublishedAsync);
    public static readonly ActKind Changed = new("dossier-changed", "veranderde het dossier", UndoChangedAsync);
    public static readonly ActKind Arranged = new("dossier-arranged", "ordende het dossier", UndoArrangedAsync);
    public static readonly ActKind Added = new("dossier-added", "zette een stuk in", UndoEntryAsync);
    public static readonly ActKind Removed = new("dossier-removed", "haalde een stuk uit", UndoEntryAsync);

    public static readonly IReadOnlyList<ActKind> All = [Made, Published, TakenBack, Changed, Arranged, Added, Removed];

    /// <summary>Makes an empty dossier.</summary>
    public static async Task<ReadingList> MakeAsync(KioskDb db, ActBatch batch, KeptDossier wanted, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var list = new ReadingList { Title = wanted.Title, CreatedAt = batch.At, ChangedAt = batch.At };
        wanted.Fill(list);
        db.ReadingLists.Add(list);
        await db.SaveChangesAsync(cancellation);
        EditorialLog.Record(db, batch, Made, ActSubject.Of(list), before: null, wanted);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return list;
    }

    /// <summary>Changes a list and, of what is or becomes a dossier, records what was changed.</summary>
    /// <param name="db">As for <see cref="ListChange.ApplyAsync"/>.</param>
    /// <param name="batch">Who does it.</param>
    /// <param name="listId">Any list; one that is and stays a reader's own leaves no record.</param>
    /// <param name="version">As for <see cref="ListChange.ApplyAsync"/>.</param>
    /// <param name="change">As for <see cref="ListChange.ApplyAsync"/>.</param>
    public static async Task<ListOutcome> ChangeAsync(KioskDb db, ActBatch batch, long listId, int? version, Action<ReadingList> change, CancellationToken cancellation = default)
    {
        var titles = await db.ListEntries.Where(entry => entry.ListId == listId && entry.List!.UserId == null).Select(entry => new { entry.ArticleId, entry.Article!.Title })
            .ToDictionaryAsync(entry => entry.ArticleId, entry => entry.Title, cancellation);
        return await ListChange.ApplyAsync(db, listId, version, batch.At, list =>
        {
            var (was, kept, arranged, stood) = (KeptPublication.Of(list), KeptDossier.Of(list), KeptArrangement.Of(list, titles), Standing(list));
            change(list);
            if (was.IsPublic != list.IsDossier)
                EditorialLog.Record(db, batch, was.IsPublic ? TakenBack : Published, ActSubject.Of(list), was, KeptPublication.Of(list));
            if (!was.IsPublic || !list.IsDossier)
                return;
            if (KeptDossier.Of(list) is var now && now != kept)
                EditorialLog.Record(db, batch, Changed, ActSubject.Of(list), kept, now);
            if (KeptArrangement.Of(list, titles) is var arrangement && !arrangement.IsLike(arranged))
                EditorialLog.Record(db, batch, Arranged, ActSubject.Of(list), arranged, arrangement);
            var stands = Standing(list);
            foreach (var article in stands.Except(stood))
                RecordEntry(db, batch, list, article, stands: true);
            foreach (var article in stood.Except(stands))
                RecordEntry(db, batch, list, article, stands: false);
        }, cancellation);
    }

    /// <summary>Puts an article at the end of a dossier, unless it is there.</summary>
    public static async Task<ListOutcome> AddAsync(KioskDb db, ActBatch batch, long dossier, long article, CancellationToken cancellation = default)
    {
        if (!await IsThereAsync(db, dossier, cancellation))
            return ListOutcome.NotFound;
        return await StandsAsync(db, dossier, article, cancellation)
            ? ListOutcome.Changed
            : await ChangeAsync(db, batch, dossier, version: null, list => ListChange.Add(list, article, "", batch.At), cancellation);
    }

    /// <summary>Takes an article out of a dossier, if it is in there.</summary>
    public static async Task<ListOutcome> RemoveAsync(KioskDb db, ActBatch batch, long dossier, long article, CancellationToken cancellation = default) =>
        await IsThereAsync(db, dossier, cancellation)
            ? await ChangeAsync(db, batch, dossier, version: null, list => ListChange.Remove(list, article, batch.At), cancellation)
            : ListOutcome.NotFound;

    private static void RecordEntry(KioskDb db, ActBatch batch, ReadingList list, long article, bool stands) =>
        EditorialLog.Record(db, batch, stands ? Added : Removed, ActSubject.Of(list), new KeptEntry(list.Id, article, !stands), new KeptEntry(list.Id, article, stands));

    private static HashSet<long> Standing(ReadingList list) => [.. list.Entries.Where(entry => entry.RemovedAt is null).Select(entry => entry.ArticleId)];

    private static Task<bool> IsThereAsync(KioskDb db, long dossier, CancellationToken cancellation) =>
        db.ReadingLists.AnyAsync(list => list.Id == dossier && list.UserId == null && list.RemovedAt == null, cancellation);

    private static Task<bool> StandsAsync(KioskDb db, long dossier, long article, CancellationToken cancellation) =>
        db.ListEntries.AnyAsync(entry => entry.ListId == dossier && entry.ArticleId == article && entry.RemovedAt == null, cancellation);

    private static async Task<string?> UndoMadeAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var exists = EditorialLog.Read<KeptDossier>(act.Before) is not null;
        if (await db.ReadingLists.AnyAsync(list => list.Id == IdOf(act) && list.UserId != null, cancellation))
            return "Het is geen dossier meer.";
        return await ApplyAsync(db, act, by, list => list.RemovedAt = exists ? null : by.At, cancellation);
    }

    /// <summary>What stops being a dossier goes back to whose list it was; where that was not kept, to who made it a dossier.</summary>
    private static async Task<string?> UndoPublishedAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var (isPublic, owner) = EditorialLog.Read<KeptPublication>(act.Before)!;
        owner ??= act.EditorId;
        if (!await db.ReadingLists.AnyAsync(list => list.Id == IdOf(act) && list.UserId == null != isPublic && list.RemovedAt == null, cancellation))
            return isPublic ? "Het is al een dossier, of het is weg." : "Het is geen dossier meer.";
        if (!isPublic && !await db.Users.AnyAsync(user => user.Id == owner, cancellation))
            return "Degene van wie de bundel was, heeft geen account meer.";
        return await ApplyAsync(db, act, by, list => list.GiveTo(isPublic ? null : owner), cancellation);
    }

    private static async Task<string?> UndoChangedAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var (wanted, left) = (EditorialLog.Read<KeptDossier>(act.Before)!, EditorialLog.Read<KeptDossier>(act.After)!);
        return await DossierAsync(db, act, cancellation) is { } dossier && left.Holds(dossier)
            ? await ApplyAsync(db, act, by, wanted.Fill, cancellation)
            : "Iemand veranderde het dossier daarna nog, of het is weg.";
    }

    private static async Task<string?> UndoArrangedAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var (wanted, left) = (EditorialLog.Read<KeptArrangement>(act.Before)!, EditorialLog.Read<KeptArrangement>(act.After)!);
        return await DossierAsync(db, act, cancellation) is { } dossier && left.Holds(dossier)
            ? await ApplyAsync(db, act, by, wanted.Fill, cancellation)
            : "Iemand ordende het dossier daarna nog, of haalde er een stuk uit.";
    }

    /// <summary>The dossier that an act was about, as it stands; null if it is none any more.</summary>
    private static Task<ReadingList?> DossierAsync(KioskDb db, EditorialAct act, CancellationToken cancellation) => db.ReadingLists.AsNoTracking().Include(list => list.Entries)
        .SingleOrDefaultAsync(list => list.Id == IdOf(act) && list.UserId == null && list.RemovedAt == null, cancellation);

    private static async Task<string?> UndoEntryAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var wanted = EditorialLog.Read<KeptEntry>(act.Before)!;
        if (await StandsAsync(db, wanted.Dossier, wanted.Article, cancellation) == wanted.Stands)
            return wanted.Stands ? "Het stuk staat al in het dossier." : "Het stuk staat niet meer in het dossier.";
        return await ApplyAsync(db, act, by, list =>
        {
            if (!wanted.Stands)
                ListChange.Remove(list, wanted.Article, by.At);
            else if (list.Entries.Exists(entry => entry.ArticleId == wanted.Article))
                ListChange.PutBack(list, wanted.Article);
            else
                ListChange.Add(list, wanted.Article, "", by.At);
        }, cancellation);
    }

    private static async Task<string?> ApplyAsync(KioskDb db, EditorialAct act, ActBatch by, Action<ReadingList> change, CancellationToken cancellation) =>
        await ListChange.ApplyAsync(db, IdOf(act), version: null, by.At, change, cancellation) == ListOutcome.Changed ? null : "Het dossier is weg of vol.";

    private static long IdOf(EditorialAct act) => long.Parse(act.SubjectId, CultureInfo.InvariantCulture);
}
