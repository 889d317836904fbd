using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Where an article stands: before readers, in the inbox, out of sight.</summary>
public static class ArticleStanding
{
    public static readonly ActKind Published = new("article-published", "plaatste", UndoAsync);
    public static readonly ActKind Approved = new("article-approved", "was akkoord met", UndoAsync);
    public static readonly ActKind Hidden = new("article-hidden", "wees af", UndoAsync);
    public static readonly ActKind Withdrawn = new("article-withdrawn", "trok in", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Published, Approved, Hidden, Withdrawn];

    /// <summary>Lets readers see it, and takes it out of the inbox. What readers see already is approved.</summary>
    public static async Task<WorkOutcome> PublishAsync(KioskDb db, ActBatch batch, ArticleRef which, CancellationToken cancellation = default)
    {
        var isVisible = await db.Articles.AnyAsync(article => article.Id == which.Id && article.State == ArticleState.Visible, cancellation);
        return await SetAsync(db, batch, which, isVisible ? Approved : Published, new KeptStanding(ArticleState.Visible, null, InboxAt: null, KeptOut: false), cancellation);
    }

    /// <summary>Takes it out of sight and out of the inbox, for good: its text does not come back under another address.</summary>
    public static Task<WorkOutcome> HideAsync(KioskDb db, ActBatch batch, ArticleRef which, CancellationToken cancellation = default) =>
        SetAsync(db, batch, which, Hidden, new KeptStanding(ArticleState.Hidden, null, InboxAt: null, KeptOut: true), cancellation);

    /// <summary>Takes it away at its source's request: its page answers 410 with the reason, and it is never harvested again.</summary>
    /// <param name="reason">For readers.</param>
    public static Task<WorkOutcome> WithdrawAsync(KioskDb db, ActBatch batch, ArticleRef which, string reason, CancellationToken cancellation = default) =>
        SetAsync(db, batch, which, Withdrawn, new KeptStanding(ArticleState.Withdrawn, reason, InboxAt: null, KeptOut: true), cancellation);

    private static Task<WorkOutcome> SetAsync(KioskDb db, ActBatch batch, ArticleRef which, ActKind kind, KeptStanding wanted, CancellationToken cancellation) =>
        ArticleWork.DoAsync(db, batch, which, kind, async article =>
        {
            var before = KeptStanding.Of(article);
            if (before == wanted)
                return null;
            await FillAsync(db, article, wanted, cancellation);
            return new ArticleChanged(before, wanted);
        }, cancellation);

    private static async Task FillAsync(KioskDb db, Article article, KeptStanding wanted, CancellationToken cancellation)
    {
        wanted.Fill(article);
        // What is kept out is not asked for either.
        if (wanted.KeptOut)
        {
            await db.PagesToRead.Where(page => db.ArticleAliases.Any(alias => alias.ArticleId == article.Id && alias.Name == page.Name))
                .ExecuteDeleteAsync(cancellation);
        }
    }

    internal static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var article = await ArticleWork.FindAsync(db, long.Parse(act.SubjectId, System.Globalization.CultureInfo.InvariantCulture), cancellation);
        if (article is null)
            return "Het stuk bestaat niet meer.";
        if (KeptStanding.Of(article) != EditorialLog.Read<KeptStanding>(act.After))
            return "Het stuk is daarna nog geplaatst, afgewezen of ingetrokken. Draai dat eerst terug.";
        await FillAsync(db, article, EditorialLog.Read<KeptStanding>(act.Before)!, cancellation);
        ArticleWork.Touch(article, by.At);
        await db.SaveChangesAsync(cancellation);
        await ArticleWork.SettleAsync(db, article, cancellation);
        return null;
    }
}
