using Kiosk.Data;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Lists;

/// <summary>The lists of one reader.</summary>
public static class ListShelf
{
    public const string LaterTitle = "Later lezen";

    /// <summary>More than anybody keeps in order.</summary>
    public const int MostLists = 200;

    public const int LongestTitle = 120;

    public const int LongestText = 2000;

    /// <summary>The lists that somebody may put something on: her own, and those shared with her to change. "Later lezen" first, made if it is not there yet.</summary>
    public static async Task<List<ListChoice>> WritableAsync(KioskDb db, Visitor visitor, long articleId, DateTimeOffset now, CancellationToken cancellation)
    {
        await EnsureLaterAsync(db, visitor.Id, now, cancellation);
        var shared = ListAccess.Shared(db, visitor).Where(member => member.CanEdit).Select(member => member.ListId);
        return await db.ReadingLists.AsNoTracking().Where(list => list.RemovedAt == null && (list.UserId == visitor.Id || (list.UserId != null && shared.Contains(list.Id))))
            .OrderByDescending(list => list.IsLater && list.UserId == visitor.Id).ThenByDescending(list => list.ChangedAt).ThenByDescending(list => list.Id)
            .Take(MostLists)
            .Select(list => new ListChoice(
                list.Id, list.Title, list.Entries.Count(entry => entry.RemovedAt == null && entry.Article!.State == ArticleState.Visible),
                list.Entries.Any(entry => entry.ArticleId == articleId && entry.RemovedAt == null)))
            .ToListAsync(cancellation);
    }

    /// <summary>The id of a new list; null if she has as many as there may be.</summary>
    public static async Task<long?> MakeAsync(KioskDb db, Guid user, string title, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.ReadingLists.CountAsync(list => list.UserId == user, cancellation) >= MostLists)
            return null;
        var list = new ReadingList { UserId = user, Title = Text(title, LongestTitle), CreatedAt = now, ChangedAt = now };
        db.ReadingLists.Add(list);
        await db.SaveChangesAsync(cancellation);
        return list.Id;
    }

    /// <summary>What somebody typed, without what no text holds, trimmed and cut.</summary>
    public static string Text(string? typed, int longest)
    {
        var text = new string([.. (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Where(letter => !char.IsControl(letter) || letter == '\n')]).Trim();
        if (text.Length <= longest)
            return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd();
    }

    private static async Task EnsureLaterAsync(KioskDb db, Guid user, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.ReadingLists.AnyAsync(list => list.UserId == user && list.IsLater, cancellation))
            return;
        db.ReadingLists.Add(new ReadingList { UserId = user, Title = LaterTitle, IsLater = true, CreatedAt = now, ChangedAt = now });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another request of hers made it at this very moment: the index allows one.
        }

        db.ChangeTracker.Clear();
    }
}

/// <summary>A list to choose.</summary>
/// <param name="Holds">True if the article at hand is on it.</param>
public sealed record ListChoice(long Id, string Title, int Count, bool Holds);
