using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>What editors do with the words that search takes for the same. A line is never rewritten, so that all of it is undone by letting it count or not.</summary>
public static class TermActs
{
    public static readonly ActKind Added = new("term-added", "voegde een begrip toe:", UndoAsync);
    public static readonly ActKind TakenAway = new("term-taken-away", "haalde een begrip weg:", UndoAsync);
    public static readonly ActKind PutBack = new("term-put-back", "zette een begrip terug:", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Added, TakenAway, PutBack];

    /// <summary>Saves what was changed in the terms, with its record, in one transaction.</summary>
    public static async Task SaveAsync(KioskDb db, ActBatch batch, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var touched = db.ChangeTracker.Entries<SearchTerm>().Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => (Term: entry.Entity, IsNew: entry.State == EntityState.Added)).ToList();
        await db.SaveChangesAsync(cancellation);
        foreach (var (term, isNew) in touched)
        {
            var counts = term.RemovedAt is null;
            EditorialLog.Record(db, batch, isNew ? Added : counts ? PutBack : TakenAway, ActSubject.Of(term), isNew ? null : new KeptTerm(!counts), new KeptTerm(counts));
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var id = long.Parse(act.SubjectId, CultureInfo.InvariantCulture);
        if (await db.SearchTerms.SingleOrDefaultAsync(term => term.Id == id, cancellation) is not { } term)
            return "Het begrip is al te lang weg om terug te zetten.";
        var counts = EditorialLog.Read<KeptTerm>(act.Before)?.Counts ?? false;
        if (counts && await db.SearchTerms.AnyAsync(other => other.Id != id && other.RemovedAt == null && other.Rule == term.Rule, cancellation))
            return "Het begrip staat alweer in de lijst.";
        term.RemovedAt = counts ? null : by.At;
        return null;
    }
}

/// <summary>Whether a term counts, as an act keeps it.</summary>
public sealed record KeptTerm(bool Counts);
