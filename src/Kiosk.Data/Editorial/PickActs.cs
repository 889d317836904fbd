using System.Globalization;
using Kiosk.Data.Editions;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>What editors do with picks.</summary>
public static class PickActs
{
    public static readonly ActKind Made = new("pick-made", "koos", UndoAsync);
    public static readonly ActKind Changed = new("pick-changed", "veranderde de keuze", UndoAsync);
    public static readonly ActKind TakenBack = new("pick-taken-back", "nam de keuze terug", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Made, Changed, TakenBack];

    /// <summary>Puts an article in front.</summary>
    /// <param name="title">Of the article that <paramref name="wanted"/> names, for the record.</param>
    public static async Task<Pick> MakeAsync(KioskDb db, ActBatch batch, string title, KeptPick wanted, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var pick = new Pick { Quote = wanted.Quote, Signature = wanted.Signature, MadeAt = batch.At };
        wanted.Fill(pick);
        db.Picks.Add(pick);
        await db.SaveChangesAsync(cancellation);
        EditorialLog.Record(db, batch, Made, Subject(pick, title), before: null, KeptPick.Of(pick));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return pick;
    }

    /// <summary>Changes what is said of it, or when it lies in front.</summary>
    /// <returns>False if the pick is gone.</returns>
    public static async Task<bool> ChangeAsync(KioskDb db, ActBatch batch, long id, Func<KeptPick, KeptPick> change, CancellationToken cancellation = default)
    {
        if (await FindAsync(db, id, cancellation) is not { } pick)
            return false;
        var before = KeptPick.Of(pick);
        var after = change(before);
        if (after == before)
            return true;
        after.Fill(pick);
        EditorialLog.Record(db, batch, Changed, Subject(pick, pick.Article!.Title), before, after);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Takes a pick back; who has it in her edition keeps the piece.</summary>
    /// <returns>False if it is gone already.</returns>
    public static async Task<bool> TakeBackAsync(KioskDb db, ActBatch batch, long id, CancellationToken cancellation = default)
    {
        if (await FindAsync(db, id, cancellation) is not { } pick)
            return false;
        EditorialLog.Record(db, batch, TakenBack, Subject(pick, pick.Article!.Title), KeptPick.Of(pick), after: null);
        db.Picks.Remove(pick);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static Task<Pick?> FindAsync(KioskDb db, long id, CancellationToken cancellation) =>
        db.Picks.Include(pick => pick.Article).SingleOrDefaultAsync(pick => pick.Id == id, cancellation);

    private static ActSubject Subject(Pick pick, string title) => ActSubject.Of(SubjectKind.Pick, pick.Id, title);

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var id = long.Parse(act.SubjectId, CultureInfo.InvariantCulture);
        var (before, after) = (EditorialLog.Read<KeptPick>(act.Before), EditorialLog.Read<KeptPick>(act.After));
        var pick = await db.Picks.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if ((pick is null ? null : KeptPick.Of(pick)) != after)
            return "De keuze is daarna nog veranderd.";
        if (before is null)
        {
            db.Picks.Remove(pick!);
            return null;
        }

        if (!await db.Articles.AnyAsync(article => article.Id == before.Article, cancellation))
            return "Het stuk bestaat niet meer.";
        if (pick is null)
            db.Picks.Add(pick = new Pick { Id = id, Quote = before.Quote, Signature = before.Signature, MadeAt = by.At });
        before.Fill(pick);
        return null;
    }
}
