using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>An article as an editor sees it: all of its text, whatever readers may see, and all that is known of it.</summary>
/// <param name="Article">With its source, topics and corrections.</param>
/// <param name="Siblings">The same news, in and out of the inbox.</param>
/// <param name="Acts">What editors did with it, the latest first.</param>
/// <param name="Picks">Those that run or come, and earlier ones.</param>
public sealed record DeskPiece(Article Article, IReadOnlyList<DeskSibling> Siblings, IReadOnlyList<EditorialAct> Acts, IReadOnlyList<Pick> Picks)
{
    private const int MostActs = 8;
    private const int MostSiblings = 30;

    public ArticleRef Ref => new(Article.Id, Article.Version);

    /// <summary>Who else is at work on it; null if nobody is.</summary>
    public DeskClaim? Claim { get; init; }

    /// <summary>The last act that she saw, so that a later one of somebody else can be told.</summary>
    public long LastAct => Acts.Count > 0 ? Acts[0].Id : 0;

    public static async Task<DeskPiece?> FindAsync(KioskDb db, long id, CancellationToken cancellation)
    {
        var article = await db.Articles.AsNoTracking().Include(one => one.Source).Include(one => one.Corrections).Include(one => one.Topics).ThenInclude(tag => tag.Topic)
            .AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (article is null)
            return null;
        var siblings = article.StoryId is null ? [] : await db.Articles.AsNoTracking()
            .Where(one => one.StoryId == article.StoryId && one.Id != id && one.State != ArticleState.Merged)
            .OrderByDescending(one => one.PublishedAt).ThenBy(one => one.Id).Take(MostSiblings)
            .Select(one => new DeskSibling(one.Id, one.Version, one.Title, one.Source!.Name, one.State, one.PublishedAt)).ToListAsync(cancellation);
        var acts = await ActsAsync(db, id, 0, cancellation);
        var picks = await db.Picks.AsNoTracking().Where(pick => pick.ArticleId == id).OrderByDescending(pick => pick.Id).ToListAsync(cancellation);
        return new DeskPiece(article, siblings, acts, picks);
    }

    /// <summary>What was done with an article after an act.</summary>
    public static async Task<IReadOnlyList<EditorialAct>> ActsAsync(KioskDb db, long id, long after, CancellationToken cancellation)
    {
        var subject = ActSubject.Of(SubjectKind.Article, id, "").Id;
        return await db.EditorialActs.AsNoTracking().Where(act => act.SubjectKind == SubjectKind.Article && act.SubjectId == subject && act.Id > after)
            .OrderByDescending(act => act.Id).Take(MostActs).ToListAsync(cancellation);
    }
}

/// <summary>Another piece that tells the same news.</summary>
public sealed record DeskSibling(long Id, int Version, string Title, string SourceName, ArticleState State, DateTimeOffset PublishedAt)
{
    public ArticleRef Ref => new(Id, Version);
}
