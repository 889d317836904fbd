using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Web.Http;
using Kiosk.Web.Reading;
using Kiosk.Web.Searching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Artikel;

public sealed class ArtikelPage(IDbContextFactory<KioskDb> archive, SearchIndex index, SearchDiary diary) : PageModel
{
    private const int RelatedCount = 3;

    public ArticleView View { get; private set; } = null!;

    /// <summary>The same news at other sources.</summary>
    public IReadOnlyList<ArticleCard> Siblings { get; private set; } = [];

    /// <summary>What is like it, best first; where too little is, the newest on the same topics follow.</summary>
    public IReadOnlyList<ArticleCard> Related { get; private set; } = [];

    public ArticleCard Card => View.Card;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var view = await ArticleView.FindAsync(db, id, cancellation);
        if (view is null or { State: ArticleState.Hidden })
            return NotFound();
        if (view.MergedInto is { } successor)
            return RedirectPermanent(Links.Article(successor, ""));
        if (view.State == ArticleState.Withdrawn)
        {
            HttpContext.Features.Set(new Withdrawal(view.Card.Title, view.StateReason));
            return StatusCode(StatusCodes.Status410Gone);
        }

        if (Request.Path.Value != view.Card.Link)
            return RedirectPermanent(view.Card.Link);
        View = view;
        Siblings = await StorySiblings.OfAsync(db, view.Card, cancellation);
        Related = await RelatedAsync(db, view.Card, cancellation);
        if (SearchedFor.Of(Request) is { } question)
            diary.Opened(question);
        return Page();
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

    private static async Task<List<ArticleCard>> NewestAsync(KioskDb db, ArticleCard card, List<long> except, int most, CancellationToken cancellation) => await db.Articles
        .AsNoTracking()
        .Where(article => article.State == ArticleState.Visible && !except.Contains(article.Id) && (article.StoryId == null || article.StoryId != card.StoryId))
        .Where(article => article.Topics.Any(link => db.ArticleTopics.Any(own => own.ArticleId == card.Id && own.TopicId == link.TopicId)))
        .OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id)
        .Take(most).Select(ArticleCard.Projection).ToListAsync(cancellation);
}
