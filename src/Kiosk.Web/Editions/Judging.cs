using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>What readers say of pieces, and what the editors hear of it: how many, never who.</summary>
public sealed class Judging(IDbContextFactory<KioskDb> archive, DutchTime time)
{
    /// <summary>Readers who must find a piece of no use before the editors hear of it.</summary>
    public const int ReadersForTask = 3;

    /// <summary>Replaces what she said of it before.</summary>
    /// <returns>False if there is no such article to see.</returns>
    public async Task<bool> JudgeAsync(Guid user, long article, Verdict verdict, Objection? objection, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await db.Articles.AnyAsync(one => one.Id == article && one.State == ArticleState.Visible, cancellation))
            return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Judgements.Where(judgement => judgement.UserId == user && judgement.ArticleId == article).ExecuteDeleteAsync(cancellation);
        db.Judgements.Add(new Judgement { UserId = user, ArticleId = article, Verdict = verdict, Objection = verdict == Verdict.NietNuttig ? objection : null, JudgedAt = time.Now });
        await db.SaveChangesAsync(cancellation);
        await SettleAsync(db, article, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    public async Task WithdrawAsync(Guid user, long article, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Judgements.Where(judgement => judgement.UserId == user && judgement.ArticleId == article).ExecuteDeleteAsync(cancellation);
        await SettleAsync(db, article, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Opens, updates or takes back the task for the editors; what an editor closed stays closed until more readers object than when it was opened.</summary>
    private async Task SettleAsync(KioskDb db, long article, CancellationToken cancellation)
    {
        var objections = await db.Judgements.Where(judgement => judgement.ArticleId == article && judgement.Objection != null)
            .GroupBy(judgement => judgement.Objection!.Value).Select(group => new { Objection = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var readers = objections.Sum(objection => objection.Count);
        var task = await db.EditorTasks.Where(one => one.ArticleId == article).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellation);
        if (readers < ReadersForTask)
        {
            if (task is { ClosedAt: null })
                db.EditorTasks.Remove(task);
        }
        else if (task is null || (task.ClosedAt is not null && readers >= task.Readers + ReadersForTask))
        {
            db.EditorTasks.Add(new EditorTask { ArticleId = article, Readers = readers, Objection = objections.MaxBy(one => one.Count)!.Objection, OpenedAt = time.Now });
        }
        else if (task.ClosedAt is null)
        {
            (task.Readers, task.Objection) = (readers, objections.MaxBy(one => one.Count)!.Objection);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
