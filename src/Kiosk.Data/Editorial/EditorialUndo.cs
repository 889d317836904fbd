using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Undoes acts, the latest first. An undo is an act too: undoing it does the thing again.</summary>
public static class EditorialUndo
{
    private const string NotThis = "Dit is niet terug te draaien.";
    private const string Already = "Dit is al teruggedraaid.";
    private const string Changed = "Iemand veranderde dit op hetzelfde moment. Kijk hoe het nu is, en probeer het opnieuw.";

    /// <summary>Undoes one act.</summary>
    /// <param name="db">Without a transaction and without changes of its own.</param>
    /// <param name="act">Its <see cref="EditorialAct.Id"/>.</param>
    public static async Task<UndoOutcome> OneAsync(KioskDb db, long act, ActBatch by, CancellationToken cancellation = default) =>
        await UndoAsync(db, await db.EditorialActs.AsNoTracking().Where(one => one.Id == act).ToListAsync(cancellation), by, cancellation);

    /// <summary>Undoes all that was done in one go; what cannot be undone stays and is told.</summary>
    /// <param name="db">Without a transaction and without changes of its own.</param>
    public static async Task<UndoOutcome> BatchAsync(KioskDb db, Guid batch, ActBatch by, CancellationToken cancellation = default) =>
        await UndoAsync(db, await db.EditorialActs.AsNoTracking().Where(one => one.BatchId == batch).OrderByDescending(one => one.Id).ToListAsync(cancellation), by, cancellation);

    private static async Task<UndoOutcome> UndoAsync(KioskDb db, List<EditorialAct> acts, ActBatch by, CancellationToken cancellation)
    {
        var problems = new List<string>();
        var done = 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            foreach (var act in acts)
            {
                if (await UndoAsync(db, act, by, cancellation) is { } problem)
                    problems.Add($"‘{act.SubjectTitle}’: {problem}");
                else
                    done++;
            }

            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else was first, on the subject or on this very undo. Nothing was written.
            db.ChangeTracker.Clear();
            return new UndoOutcome(0, [Changed]);
        }

        return new UndoOutcome(done, problems);
    }

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        if (ActKinds.Find(act.Act)?.Undo is not { } undo)
            return NotThis;
        if (await db.EditorialActs.AnyAsync(other => other.Undoes == act.Id, cancellation))
            return Already;
        if (await undo(db, act, by, cancellation) is { } problem)
            return problem;
        EditorialLog.Add(db, by, act.Act, new ActSubject(act.SubjectKind, act.SubjectId, act.SubjectTitle), act.After, act.Before, act.Id);
        await db.SaveChangesAsync(cancellation);
        return null;
    }
}
