using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Lists;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Artikel;

/// <summary>Where an editor chooses the word and the colour on the cover of an article, in place of what the kiosk found.</summary>
[Authorize(Policy = Access.Editor)]
public sealed class OmslagPage(IDbContextFactory<KioskDb> archive) : PageModel
{
    public ArticleCard Card { get; private set; } = null!;

    /// <summary>As it would be if nobody chose.</summary>
    public Cover Found { get; private set; } = null!;

    public string Mark { get; private set; } = "";

    /// <summary>1 to 12; null: the colour of the source.</summary>
    public int? Hue { get; private set; }

    /// <summary>What is wrong with what was filled in, in Dutch; null if nothing.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await LoadAsync(db, id, cancellation))
            return NotFound();
        (Mark, Hue) = (Card.ChosenCover?.Mark ?? "", Card.ChosenCover?.Hue);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, [FromForm(Name = "woord")] string? mark, [FromForm(Name = "kleur")] string? hue, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await LoadAsync(db, id, cancellation))
            return NotFound();
        Mark = ListShelf.Text(mark, int.MaxValue).Replace('\n', ' ');
        Hue = Cover.ParseHue(hue);
        if (Mark.Length > ArticleCover.LongestMark)
        {
            Problem = $"Op een omslag passen {ArticleCover.LongestMark} tekens. Dit zijn er {Mark.Length}.";
            return Page();
        }

        await KeepAsync(db, id, cancellation);
        return LocalRedirect(Card.Link);
    }

    private async Task KeepAsync(KioskDb db, long id, CancellationToken cancellation)
    {
        if (Mark.Length == 0 && Hue is null)
        {
            await db.ArticleCovers.Where(cover => cover.ArticleId == id).ExecuteDeleteAsync(cancellation);
            return;
        }

        var cover = await db.ArticleCovers.SingleOrDefaultAsync(cover => cover.ArticleId == id, cancellation);
        if (cover is null)
            db.ArticleCovers.Add(cover = new ArticleCover { ArticleId = id });
        (cover.Mark, cover.Hue) = (Mark, Hue);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<bool> LoadAsync(KioskDb db, long id, CancellationToken cancellation)
    {
        var card = await db.Articles.AsNoTracking().Where(article => article.Id == id && article.State == ArticleState.Visible).Select(ArticleCard.Projection).SingleOrDefaultAsync(cancellation);
        if (card is null)
            return false;
        Card = card;
        Found = Cover.For(card, chosen: null);
        return true;
    }
}
