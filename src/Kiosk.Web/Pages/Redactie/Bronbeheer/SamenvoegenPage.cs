using Kiosk.Data;
using Kiosk.Data.Merging;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Bronbeheer;

/// <summary>What putting one source into another would do, and the knob that does it.</summary>
public sealed class SamenvoegenPage(IDbContextFactory<KioskDb> archive, SourceDesk sources) : PageModel
{
    public Source Merged { get; private set; } = null!;

    public Source Keep { get; private set; } = null!;

    public int Articles { get; private set; }

    public int Followers { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? met, CancellationToken cancellation) => await LoadAsync(slug, met, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? met, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, met, cancellation))
            return NotFound();
        switch (await sources.JoinAsync(Keep, Merged, User, cancellation))
        {
            case UnionOutcome.Joined:
                return LocalRedirect(Links.Source(Keep.Slug));
            case UnionOutcome.Busy:
                Problem = "Een van de twee bronnen wordt op dit moment bekeken. Probeer het over een minuut nog eens.";
                break;
            default:
                Problem = "Deze twee bronnen zijn niet samen te voegen.";
                break;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(string slug, string? met, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var pair = await db.Sources.AsNoTracking().Where(source => (source.Slug == slug || source.Slug == met) && source.MergedInto == null).ToListAsync(cancellation);
        if (slug == met || pair.Count < 2)
            return false;
        (Merged, Keep) = (pair.Single(source => source.Slug == slug), pair.Single(source => source.Slug == met));
        Articles = await db.Articles.CountAsync(article => article.SourceId == Merged.Id, cancellation);
        Followers = await db.Follows.CountAsync(follow => follow.SourceId == Merged.Id, cancellation);
        return true;
    }
}
