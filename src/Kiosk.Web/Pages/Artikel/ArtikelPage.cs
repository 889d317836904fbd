using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Annotations;
using Kiosk.Data.Editions;
using Kiosk.Search;
using Kiosk.Web.Accounts;
using Kiosk.Web.Annotations;
using Kiosk.Web.Citing;
using Kiosk.Web.Editions;
using Kiosk.Web.Http;
using Kiosk.Web.Images;
using Kiosk.Web.Insight;
using Kiosk.Web.Lists;
using Kiosk.Web.Offline;
using Kiosk.Web.Reading;
using Kiosk.Web.Searching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Artikel;

public sealed class ArtikelPage(
    IDbContextFactory<KioskDb> archive, SearchIndex index, SearchDiary diary, ReadingHistory history, ListAccess access, ImageLinks images, ReadCounter counter) : PageModel
{
    private const int RelatedCount = 3;

    public ArticleView View { get; private set; } = null!;

    /// <summary>The same news at other sources.</summary>
    public IReadOnlyList<ArticleCard> Siblings { get; private set; } = [];

    /// <summary>What is like it, best first; where too little is, the newest on the same topics follow.</summary>
    public IReadOnlyList<ArticleCard> Related { get; private set; } = [];

    /// <summary>What takes its place; null if nothing does.</summary>
    public ArticleCard? Successor { get; private set; }

    /// <summary>What it takes the place of.</summary>
    public IReadOnlyList<ArticleCard> Predecessors { get; private set; } = [];

    /// <summary>What the editors said of it last; null if they never picked it.</summary>
    public Pick? Pick { get; private set; }

    /// <summary>That several readers found it of no use, for editors to see; null if that is not so.</summary>
    public EditorTask? Task { get; private set; }

    /// <summary>As it is cited.</summary>
    public CitedWork Work { get; private set; } = null!;

    /// <summary>Through the list that she came from; null if she came from none.</summary>
    public ListWay? Way { get; private set; }

    /// <summary>What she reads, with her marks in it.</summary>
    public ReadingText Text { get; private set; } = null!;

    /// <summary>Whether she is signed in, and so may mark and note.</summary>
    public bool MayAnnotate { get; private set; }

    /// <summary>The annotation that she took away a moment ago; null if none.</summary>
    public long? TakenAway { get; private set; }

    /// <summary>What the address says of that.</summary>
    [FromQuery(Name = "weg")]
    public long? Removed { get; set; }

    /// <summary>The list that she came from.</summary>
    [FromQuery(Name = "lijst")]
    public long? FromList { get; set; }

    [FromQuery(Name = "sleutel")]
    public string? ListKey { get; set; }

    public ArticleCard Card => View.Card;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var view = await ArticleView.FindAsync(db, id, cancellation);
        if (view is null or { State: ArticleState.Hidden or ArticleState.Waiting })
            return NotFound();
        if (view.MergedInto is { } successor)
            return RedirectPermanent(Links.Article(successor, "") + Request.QueryString);
        if (view.State == ArticleState.Withdrawn)
        {
            HttpContext.Features.Set(new Withdrawal(view.Card.Title, view.StateReason));
            return StatusCode(StatusCodes.Status410Gone);
        }

        if (Request.Path.Value != view.Card.Link)
            return RedirectPermanent(view.Card.Link + Request.QueryString);
        View = view;
        Siblings = await StorySiblings.OfAsync(db, view.Card, cancellation);
        (Successor, Predecessors) = await Replacements.OfAsync(db, view.Card.Id, view.ReplacedBy, cancellation);
        counter.Read(HttpContext, id);
        Related = await RelatedAsync(db, view.Card, cancellation);
        if (SearchedFor.Of(Request) is { } question)
            diary.Opened(question);
        Pick = await db.Picks.AsNoTracking().Where(pick => pick.ArticleId == id).OrderByDescending(pick => pick.Id).FirstOrDefaultAsync(cancellation);
        var annotations = Visitor.Of(User) is { } visitor ? await ForAsync(db, visitor, id, cancellation) : [];
        Text = ReadingText.Of(view, annotations, images.For);
        Work = (await CitedWork.ReadAsync(db, [id], cancellation))[0];
        Way = await ListWay.FindAsync(db, access, User, (FromList, ListKey), id, cancellation);
        return Page();
    }

    /// <summary>What is hers alone, and her annotations.</summary>
    private async Task<List<Annotation>> ForAsync(KioskDb db, Visitor visitor, long id, CancellationToken cancellation)
    {
        if (!ShelfMark.IsForKeeping(Request))
            await history.NoteAsync(visitor.Id, id, HistoryAct.Gelezen, cancellation);
        if (visitor.Role >= Role.Redacteur)
            Task = await db.EditorTasks.AsNoTracking().SingleOrDefaultAsync(task => task.ArticleId == id && task.ClosedAt == null, cancellation);
        MayAnnotate = true;
        if (Removed is { } gone && await db.Annotations.AnyAsync(one => one.Id == gone && one.UserId == visitor.Id && one.ArticleId == id && one.RemovedAt != null, cancellation))
            TakenAway = gone;
        return await AnnotationBook.OfAsync(db, visitor.Id, id, cancellation);
    }

    /// <summary>Authors in one line; a long list is cut.</summary>
    public static string Names(IReadOnlyList<string> authors, int most = 4) => authors.Count <= most
        ? string.Join(", ", authors)
        : $"{string.Join(", ", authors.Take(most))} en {authors.Count - most} anderen";

    private async Task<List<ArticleCard>> RelatedAsync(KioskDb db, ArticleCard card, CancellationToken cancellation)
    {
        var like = (await ShownHit.ReadAsync(db, index.MoreLike(card.Id, RelatedCount), cancellation)).Select(hit => hit.Card).ToList();
        if (like.Count == RelatedCount)
            return like;
        var known = like.Select(one => one.Id).Append(card.Id).ToList();
        return [.. like, .. await NewestAsync(db, card, known, RelatedCount - like.Count, cancellation)];
    }

    /// <summary>Topic by topic, as each has its newest at hand: asked for those of all topics at once, a database walks the whole archive where there are few.</summary>
    private static async Task<List<ArticleCard>> NewestAsync(KioskDb db, ArticleCard card, List<long> except, int most, CancellationToken cancellation)
    {
        var newest = new List<ArticleCard>();
        foreach (var topic in await db.ArticleTopics.Where(own => own.ArticleId == card.Id).Select(own => own.TopicId).ToListAsync(cancellation))
        {
            newest.AddRange(await db.ArticleTopics.AsNoTracking()
                .Where(link => link.TopicId == topic && link.ListedAt != null && !except.Contains(link.ArticleId))
                .OrderByDescending(link => link.ListedAt).ThenByDescending(link => link.ArticleId)
                .Select(link => link.Article!)
                .Where(article => article.StoryId == null || article.StoryId != card.StoryId)
                .Take(most).Select(ArticleCard.Projection).ToListAsync(cancellation));
        }

        return [.. newest.DistinctBy(one => one.Id).OrderByDescending(one => one.PublishedAt).ThenByDescending(one => one.Id).Take(most)];
    }
}
