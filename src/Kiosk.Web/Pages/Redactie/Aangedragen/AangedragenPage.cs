using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Proposals;
using Kiosk.Web.Jobs;
using Kiosk.Web.Pages.Redactie.Bronbeheer;
using Kiosk.Web.Reading;
using Kiosk.Web.Suggesting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Aangedragen;

/// <summary>The links that people suggested, and what editors decide about them.</summary>
public sealed class AangedragenPage(IDbContextFactory<KioskDb> archive, SuggestionDesk desk, ProposalDesk proposals, Bell<ProposalRound> bell) : PageModel
{
    public const string Here = "/redactie/aangedragen";

    private const int PerPage = 20;

    /// <summary>True for those that were decided about.</summary>
    public bool IsClosed { get; private set; }

    public IReadOnlyList<SuggestionView> Suggestions { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public int Open { get; private set; }

    /// <summary>What could not be done, in Dutch, and with which; null if nothing went wrong.</summary>
    public (long Id, string Text)? Problem { get; private set; }

    public Task OnGetAsync(string? toon, string? pagina, CancellationToken cancellation) => LoadAsync(toon, pagina, cancellation);

    public async Task<IActionResult> OnPostAcceptAsync([FromForm] long id, [FromForm] string? bron, [FromForm] string? naam, [FromForm] string? soort, [FromForm] string? rechten, CancellationToken cancellation)
    {
        var kind = Names.TryParse<ArticleKind>(soort ?? "", out var chosen) ? chosen : ArticleKind.Nieuws;
        var may = Names.TryParse<Rights>(rechten ?? "", out var given) ? given : Rights.Excerpt;
        return await AnswerAsync(id, await desk.AcceptAsync(id, bron, naam, may, kind, User, cancellation), cancellation);
    }

    public async Task<IActionResult> OnPostAfwijzenAsync([FromForm] long id, [FromForm] string? reden, CancellationToken cancellation) =>
        await AnswerAsync(id, await desk.DeclineAsync(id, reden, User, cancellation), cancellation);

    /// <summary>Looks whether the site can be a source.</summary>
    public async Task<IActionResult> OnPostBronAsync([FromForm] long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.LinkSuggestions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.State == SuggestionState.Open, cancellation) is not { } suggestion)
            return NotFound();
        if (await proposals.OpenAsync(suggestion.Url, id, cancellation) is not { } proposal)
            return await AnswerAsync(id, "Er lopen al vijftig proeven. Wacht tot er een paar klaar zijn.", cancellation);
        bell.Ring();
        return LocalRedirect(DeskLinks.Proposal(proposal.Id));
    }

    private async Task<IActionResult> AnswerAsync(long id, string? problem, CancellationToken cancellation)
    {
        if (problem is null)
            return LocalRedirect(Here);
        Problem = (id, problem);
        await LoadAsync(toon: null, pagina: null, cancellation);
        return Page();
    }

    private async Task LoadAsync(string? toon, string? pagina, CancellationToken cancellation)
    {
        IsClosed = toon == "klaar";
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Open = await db.LinkSuggestions.CountAsync(one => one.State == SuggestionState.Open, cancellation);
        var all = db.LinkSuggestions.AsNoTracking().Include(one => one.Article).Include(one => one.Source).Where(one => one.State == SuggestionState.Open != IsClosed);
        var total = IsClosed ? await all.CountAsync(cancellation) : Open;
        Paging = Paging.Of(pagina, total, page => $"{Here}?pagina={page.ToString(CultureInfo.InvariantCulture)}{(IsClosed ? "&toon=klaar" : "")}", PerPage);
        var rows = await (IsClosed ? all.OrderByDescending(one => one.ClosedAt) : all.OrderBy(one => one.SentAt)).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancellation);
        Suggestions = await SuggestionView.ReadAsync(db, rows, cancellation);
    }
}
