using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Editions;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Artikel;

/// <summary>Where an editor picks an article: what she says of it, her name, and from when to when it lies in front.</summary>
[Authorize(Policy = Access.Editor)]
public sealed class KeuzePage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    public ArticleCard Card { get; private set; } = null!;

    /// <summary>Of this article, the latest first.</summary>
    public IReadOnlyList<Pick> Picks { get; private set; } = [];

    public string Quote { get; private set; } = "";

    public string Signature { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly Until { get; private set; }

    /// <summary>What is wrong with what was filled in, in Dutch; null if nothing.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        (Signature, From, Until) = (Visitor.Of(User)!.Signature, time.Today, time.Today.AddDays(PickRules.UsualDays - 1));
        return await LoadAsync(id, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(
        long id, [FromForm(Name = "citaat")] string? quote, [FromForm(Name = "naam")] string? signature,
        [FromForm(Name = "van")] DateOnly? from, [FromForm(Name = "tot")] DateOnly? until, CancellationToken cancellation)
    {
        (Quote, Signature) = (OneLine.Of(quote ?? ""), OneLine.Of(signature ?? ""));
        (From, Until) = (from ?? time.Today, until ?? from ?? time.Today);
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var wanted = new KeptPick(id, Quote, Signature, From, Until);
        Problem = PickRules.Problem(wanted);
        if (Problem is not null)
            return Page();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await PickActs.MakeAsync(db, Visitor.Of(User)!.Batch(time.Now), Card.Title, wanted, cancellation);
        return LocalRedirect(Links.Pick(id));
    }

    /// <summary>Takes a pick back; who has it in her edition keeps the piece.</summary>
    public async Task<IActionResult> OnPostTerugAsync(long id, [FromForm(Name = "keuze")] long pick, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var ofThis = await db.Picks.AnyAsync(one => one.Id == pick && one.ArticleId == id, cancellation);
        return ofThis && await PickActs.TakeBackAsync(db, Visitor.Of(User)!.Batch(time.Now), pick, cancellation) ? LocalRedirect(Links.Pick(id)) : NotFound();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var card = await db.Articles.AsNoTracking().Where(article => article.Id == id && article.State == ArticleState.Visible).Select(ArticleCard.Projection).SingleOrDefaultAsync(cancellation);
        if (card is null)
            return false;
        Card = card;
        Picks = await db.Picks.AsNoTracking().Where(pick => pick.ArticleId == id).OrderByDescending(pick => pick.Id).ToListAsync(cancellation);
        return true;
    }
}
