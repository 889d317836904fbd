using Kiosk.Data;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Proposals;
using Kiosk.Web.Jobs;
using Kiosk.Web.Pages.Bronnen;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Bronbeheer;

/// <summary>All sources for editors: how they do, what to do about it, and where a new one begins.</summary>
public sealed class BronbeheerPage(IDbContextFactory<KioskDb> archive, ProposalDesk desk, Bell<ProposalRound> bell, DutchTime time) : PageModel
{
    private const int PerPage = 50;

    public IReadOnlyList<SourceLine> Sources { get; private set; } = [];

    public SourceFilters Filters { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<SourceLine> Shown { get; private set; } = [];

    /// <summary>Trials that nobody decided about yet, the latest first.</summary>
    public IReadOnlyList<SourceProposal> Proposals { get; private set; } = [];

    /// <summary>What was pasted and could not be begun with.</summary>
    public string? Pasted { get; private set; }

    /// <summary>Why not, in Dutch; null if nothing went wrong.</summary>
    public string? Problem { get; private set; }

    public int Arrived { get; private set; }

    public IReadOnlyList<SourceLine> Troubled => [.. Sources.Where(line => line.Source.IsHarvested && line.Health.NeedsAttention)];

    public async Task OnGetAsync(string? toon, string? sorteer, string? zoek, string? pagina, CancellationToken cancellation) =>
        await LoadAsync(SourceFilters.Of(toon, sorteer, zoek, DeskLinks.Sources), pagina, cancellation);

    /// <summary>Begins a trial; the looking happens in the background.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? adres, CancellationToken cancellation)
    {
        Problem = string.IsNullOrWhiteSpace(adres) ? "Plak eerst een adres." : adres.Length > 2000 ? "Dit adres is te lang: hooguit 2000 tekens." : null;
        if (Problem is null && await desk.OpenAsync(adres!, suggestion: null, cancellation) is { } proposal)
        {
            bell.Ring();
            return LocalRedirect(DeskLinks.Proposal(proposal.Id));
        }

        (Pasted, Problem) = (adres, Problem ?? "Er lopen al vijftig proeven. Wacht tot er een paar klaar zijn.");
        await LoadAsync(SourceFilters.Of(null, null, null, DeskLinks.Sources), pagina: null, cancellation);
        return Page();
    }

    private async Task LoadAsync(SourceFilters filters, string? pagina, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        (Filters, Sources) = (filters, await SourceLine.ReadAllAsync(db, time.Now, cancellation));
        var chosen = Filters.Apply(Sources).ToList();
        Paging = Paging.Of(pagina, chosen.Count, page => Filters.Link(page: page), PerPage);
        Shown = [.. chosen.Skip(Paging.Skip).Take(Paging.Size)];
        Proposals = await db.SourceProposals.AsNoTracking().Include(proposal => proposal.Source).OrderByDescending(proposal => proposal.ChangedAt).Take(20).ToListAsync(cancellation);
        var since = time.Now.AddDays(-1);
        Arrived = await db.HarvestRuns.Where(run => run.StartedAt >= since).SumAsync(run => run.ItemsNew, cancellation);
    }
}
