using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>What a reader read and saved, for who asked to remember it. For everybody else nothing is written.</summary>
public sealed class ReadingHistory(IDbContextFactory<KioskDb> archive, DutchTime time)
{
    /// <summary>How long an act is remembered.</summary>
    public const int KeptDays = 400;

    /// <summary>Notes an act, the first time only.</summary>
    public async Task NoteAsync(Guid user, long article, HistoryAct act, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await db.Users.AnyAsync(one => one.Id == user && one.KeepsHistory, cancellation)
            || await db.ReadingHistory.AnyAsync(item => item.UserId == user && item.ArticleId == article && item.Act == act, cancellation))
            return;
        db.ReadingHistory.Add(new HistoryItem { UserId = user, ArticleId = article, Act = act, At = time.Now });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two windows at once; once is enough.
            return;
        }

        var oldest = time.Now.AddDays(-KeptDays);
        await db.ReadingHistory.Where(item => item.UserId == user && item.At < oldest).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Forgets one article, or one act on it.</summary>
    /// <param name="act">Null: all acts.</param>
    public async Task ForgetAsync(Guid user, long article, HistoryAct? act, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.ReadingHistory.Where(item => item.UserId == user && item.ArticleId == article && (act == null || item.Act == act)).ExecuteDeleteAsync(cancellation);
    }

    public async Task WipeAsync(Guid user, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.ReadingHistory.Where(item => item.UserId == user).ExecuteDeleteAsync(cancellation);
    }
}
