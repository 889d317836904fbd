using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Lists;

/// <summary>The one way to change a list: whole or not at all, and never over somebody else's change.</summary>
public static class ListChange
{
    /// <summary>More than a list that people read to its end ever holds.</summary>
    public const int MostEntries = 500;

    private const int Attempts = 8;

    /// <summary>Changes a list and what is on it.</summary>
    /// <param name="db">A context that holds no changes of its own.</param>
    /// <param name="listId">Which list.</param>
    /// <param name="version">The version that was shown to whoever makes the change; null if the change holds whatever others did meanwhile.</param>
    /// <param name="now">The moment.</param>
    /// <param name="change">Gets the list with its entries and members; run anew if somebody else was just ahead and <paramref name="version"/> is null.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public static async Task<ListOutcome> ApplyAsync(
        KioskDb db, long listId, int? version, DateTimeOffset now, Action<ReadingList> change, CancellationToken cancellation = default)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var list = await db.ReadingLists.Include(list => list.Entries).Include(list => list.Members).AsSplitQuery()
                .SingleOrDefaultAsync(list => list.Id == listId, cancellation);
            if (list is null)
                return ListOutcome.NotFound;
            if (version is not null && version != list.Version)
                return ListOutcome.Outdated;
            change(list);
            if (list.Entries.Count(entry => entry.RemovedAt is null) > MostEntries)
                return ListOutcome.Full;
            (list.ChangedAt, list.Version) = (now, list.Version + 1);
            if (await SavedAsync(db, cancellation))
                return ListOutcome.Changed;
        }

        return ListOutcome.Outdated;
    }

    /// <summary>Puts an article on a list, at the end. One that was taken off comes back with its note.</summary>
    public static void Add(ReadingList list, long articleId, string note, DateTimeOffset now)
    {
        var entry = list.Entries.Find(entry => entry.ArticleId == articleId);
        if (entry is null)
        {
            entry = new ListEntry { ArticleId = articleId, AddedAt = now };
            list.Entries.Add(entry);
            ListOrder.Append(list.Entries, entry);
        }
        else if (entry.RemovedAt is not null)
        {
            (entry.RemovedAt, entry.AddedAt) = (null, now);
            ListOrder.Append(list.Entries, entry);
        }

        if (note.Length > 0)
            entry.Note = note;
    }

    /// <summary>Takes an article off a list; it can be put back where it was.</summary>
    public static void Remove(ReadingList list, long articleId, DateTimeOffset now)
    {
        if (list.Entries.Find(entry => entry.ArticleId == articleId) is { } entry)
            entry.RemovedAt ??= now;
    }

    /// <summary>Puts back what was taken off, where it was.</summary>
    public static void PutBack(ReadingList list, long articleId)
    {
        if (list.Entries.Find(entry => entry.ArticleId == articleId) is { } entry)
            entry.RemovedAt = null;
    }

    private static async Task<bool> SavedAsync(KioskDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.Entries.Any(entry => entry.State == EntityState.Added))
        {
            // Somebody else was just ahead, with the list or with the same article.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
