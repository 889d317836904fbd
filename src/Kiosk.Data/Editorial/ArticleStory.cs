using Kiosk.Data.Stories;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Which news an article tells, where an editor knows better than the machine. What she decides stays so.</summary>
public static class ArticleStory
{
    public static readonly ActKind PutIn = new("article-put-in-story", "zette in een verhaal", UndoAsync);
    public static readonly ActKind TakenOut = new("article-taken-out-of-story", "haalde uit een verhaal", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [PutIn, TakenOut];

    public static Task<WorkOutcome> TakeOutAsync(KioskDb db, ActBatch batch, ArticleRef which, CancellationToken cancellation = default) =>
        MoveAsync(db, batch, which, TakenOut, article => article.StoryId is null ? Task.FromResult(false) : LeaveAsync(db, article, cancellation), cancellation);

    /// <summary>Lets it tell the same news as another article, in whose story it comes; the two start one if there is none.</summary>
    public static Task<WorkOutcome> PutInAsync(KioskDb db, ActBatch batch, ArticleRef which, long other, CancellationToken cancellation = default) =>
        MoveAsync(db, batch, which, PutIn, async article =>
        {
            var its = await db.Articles.AsNoTracking().Where(one => one.Id == other && one.Id != article.Id && one.State != ArticleState.Merged)
                .Select(one => new { one.StoryId }).SingleOrDefaultAsync(cancellation);
            if (its is null || (its.StoryId is not null && its.StoryId == article.StoryId))
                return false;
            await JoinAsync(db, article, its.StoryId, [other], batch.At, cancellation);
            return true;
        }, cancellation);

    private static Task<WorkOutcome> MoveAsync(KioskDb db, ActBatch batch, ArticleRef which, ActKind kind, Func<Article, Task<bool>> move, CancellationToken cancellation) =>
        ArticleWork.DoAsync(db, batch, which, kind, async article =>
        {
            var before = await OfAsync(db, article, cancellation);
            if (!await move(article))
                return null;
            article.StoryByHand = true;
            return new ArticleChanged(before, await OfAsync(db, article, cancellation));
        }, cancellation);

    private static async Task<bool> LeaveAsync(KioskDb db, Article article, CancellationToken cancellation)
    {
        await StoryMembership.LeaveAsync(db, [article.Id], cancellation);
        await RefreshAsync(db, article, cancellation);
        return true;
    }

    private static async Task JoinAsync(KioskDb db, Article article, long? story, IReadOnlyCollection<long> others, DateTimeOffset now, CancellationToken cancellation)
    {
        if (story is { } there)
            await StoryMembership.JoinAsync(db, there, [article.Id], cancellation);
        else
            await StoryMembership.StartAsync(db, [.. others, article.Id], now, cancellation);
        await RefreshAsync(db, article, cancellation);
    }

    /// <summary>Stories are written past the article that is held here.</summary>
    private static async Task RefreshAsync(KioskDb db, Article article, CancellationToken cancellation)
    {
        var story = db.Entry(article).Property(one => one.StoryId);
        story.CurrentValue = await db.Articles.AsNoTracking().Where(one => one.Id == article.Id).Select(one => one.StoryId).SingleAsync(cancellation);
        story.OriginalValue = story.CurrentValue;
        story.IsModified = false;
    }

    internal static async Task<KeptStory> OfAsync(KioskDb db, Article article, CancellationToken cancellation) => new(
        article.StoryId,
        article.StoryId is null ? [] : await db.Articles.Where(one => one.StoryId == article.StoryId && one.Id != article.Id).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(cancellation),
        article.StoryByHand);

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var article = await ArticleWork.FindAsync(db, long.Parse(act.SubjectId, System.Globalization.CultureInfo.InvariantCulture), cancellation);
        if (article is null || article.State == ArticleState.Merged)
            return "Het stuk is er niet meer.";
        var (before, after) = (EditorialLog.Read<KeptStory>(act.Before)!, EditorialLog.Read<KeptStory>(act.After)!);
        if (article.StoryId != after.Story && (article.StoryId is null) != (after.Story is null))
            return "Het verhaal is daarna nog veranderd.";
        await ReturnAsync(db, article, before, by.At, cancellation);
        article.StoryByHand = before.ByHand;
        ArticleWork.Touch(article, by.At);
        return null;
    }

    /// <summary>Brings an article back in the story that it was in; one that was dissolved meanwhile is told anew by whoever was in it.</summary>
    internal static async Task ReturnAsync(KioskDb db, Article article, KeptStory wanted, DateTimeOffset now, CancellationToken cancellation)
    {
        if (wanted.Story is null)
        {
            await LeaveAsync(db, article, cancellation);
            return;
        }

        var others = await db.Articles.AsNoTracking().Where(one => wanted.Others.Contains(one.Id) && one.State != ArticleState.Merged)
            .Select(one => new { one.Id, one.StoryId }).ToListAsync(cancellation);
        var story = await db.Stories.AnyAsync(one => one.Id == wanted.Story, cancellation) ? wanted.Story : others.Find(one => one.StoryId is not null)?.StoryId;
        if (story is not null || others.Count > 0)
            await JoinAsync(db, article, story, [.. others.Select(one => one.Id)], now, cancellation);
    }
}
