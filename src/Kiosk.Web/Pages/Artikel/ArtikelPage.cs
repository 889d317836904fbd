using Kiosk.Data;
using Kiosk.Web.Citing;
using Kiosk.Web.Http;
using Kiosk.Web.Lists;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Artikel;

public sealed class ArtikelPage(IDbContextFactory<KioskDb> archive, ListAccess access) : PageModel
{
    private const int RelatedCount = 3;

    public ArticleView View { get; private set; } = null!;

    /// <summary>The same news at other sources.</summary>
    public IReadOnlyList<ArticleCard> Siblings { get; private set; } = [];

    /// <summary>The newest on the same topics.</summary>
    public IReadOnlyList<ArticleCard> Related { get; private set; } = [];

    /// <summary>As it is cited.</summary>
    public CitedWork Work { get; private set; } = null!;

    /// <summary>Through the list that she came from; null if she came from none.</summary>
    public ListWay? Way { get; private set; }

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
        Work = (await CitedWork.ReadAsync(db, [id], cancellation))[0];
        Way = await ListWay.FindAsync(db, access, User, (FromList, ListKey), id, cancellation);
        return Page();
    }

    /// <summary>Authors in one line; a long list is cut.</summary>
    public static string Names(IReadOnlyList<string> authors, int most = 4) => authors.Count <= most
        ? string.Join(", ", authors)
        : $"{string.Join(", ", authors.Take(most))} en {authors.Count - most} anderen";

    private static async Task<List<ArticleCard>> RelatedAsync(KioskDb db, ArticleCard card, CancellationToken cancellation) => await db.Articles
        .AsNoTracking()
        .Where(article => article.State == ArticleState.Visible && article.Id != card.Id && (article.StoryId == null || article.StoryId != card.StoryId))
        .Where(article => article.Topics.Any(link => db.ArticleTopics.Any(own => own.ArticleId == card.Id && own.TopicId == link.TopicId)))
        .OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id)
        .Take(RelatedCount).Select(ArticleCard.Projection).ToListAsync(cancellation);
}
