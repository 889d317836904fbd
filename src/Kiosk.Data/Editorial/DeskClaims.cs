using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Who is at work on which article. An editor holds one at a time; a claim warns, it locks nothing.</summary>
public static class DeskClaims
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>Claims an article that nobody else is at work on, and lets go of the one before.</summary>
    /// <returns>Null if it is hers now; or else whose it is.</returns>
    public static async Task<DeskClaim?> TakeAsync(KioskDb db, long article, ActBatch editor, CancellationToken cancellation = default)
    {
        var (me, now) = (editor.EditorId!.Value, editor.At);
        var until = now + Lasts;
        await db.DeskClaims.Where(claim => claim.EditorId == me && claim.ArticleId != article).ExecuteDeleteAsync(cancellation);
        var taken = await db.DeskClaims.Where(claim => claim.ArticleId == article && (claim.EditorId == me || claim.ClaimedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(claim => claim.EditorId, me).SetProperty(claim => claim.EditorName, editor.EditorName).SetProperty(claim => claim.ClaimedUntil, until), cancellation);
        if (taken > 0)
            return null;
        if (await OthersAsync(db, article, cancellation) is { } other)
            return other;
        db.DeskClaims.Add(new DeskClaim { ArticleId = article, EditorId = me, EditorName = editor.EditorName, ClaimedUntil = until });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException)
        {
            // Somebody else was just ahead.
            db.ChangeTracker.Clear();
            return await OthersAsync(db, article, cancellation);
        }
    }

    private static Task<DeskClaim?> OthersAsync(KioskDb db, long article, CancellationToken cancellation) =>
        db.DeskClaims.AsNoTracking().SingleOrDefaultAsync(claim => claim.ArticleId == article, cancellation);
}
