using Kiosk.Data;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Discovery;
using Kiosk.Ingest.Proposals;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Jobs;
using Kiosk.Web.Reading;
using Kiosk.Web.Suggesting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Bronbeheer;

/// <summary>A source on trial: what was found, what it would bring with these settings, and the knob to take it in.</summary>
public sealed class ProefPage(IDbContextFactory<KioskDb> archive, ProposalDesk desk, SourceDesk sources, SuggestionDesk suggestions, Bell<ProposalRound> bell) : PageModel
{
    public SourceProposal Proposal { get; private set; } = null!;

    public SiteFindings? Findings { get; private set; }

    /// <summary>The form; null until something was found.</summary>
    public SourceFormView? Form { get; private set; }

    /// <summary>Null until the first items were read.</summary>
    public SampleView? Sample { get; private set; }

    public bool IsBusy => Proposal.Step != ProposalStep.Done;

    public string Here => DeskLinks.Proposal(Proposal.Id);

    public string Status => Proposal switch
    {
        { Step: ProposalStep.Search, Progress: { } address } => $"We kijken op {address}",
        { Step: ProposalStep.Search } => "We zoeken wat hier te lezen is.",
        { Step: ProposalStep.Sample } => "We lezen de eerste stukken.",
        { Problem: { } problem } => problem,
        _ => "Klaar.",
    };

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation) =>
        await LoadAsync(id, form: null, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetStandAsync(long id, CancellationToken cancellation) =>
        await LoadAsync(id, form: null, cancellation) ? new JsonResult(new { tekst = Status, klaar = !IsBusy }) : NotFound();

    /// <summary>Keeps the settings, and reads anew if they ask for that.</summary>
    public async Task<IActionResult> OnPostAsync(long id, [FromForm] SourceForm form, [FromForm] string? opnieuw, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, form, cancellation))
            return NotFound();
        if (Form is not null)
            await desk.ChangeAsync(id, Form.Settings, anew: opnieuw is not null, cancellation);
        bell.Ring();
        return LocalRedirect($"{Here}#voorbeeld");
    }

    /// <summary>Takes another of the things that were found.</summary>
    public async Task<IActionResult> OnPostKiesAsync(long id, [FromForm] string? keuze, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, form: null, cancellation))
            return NotFound();
        if (Form is not null && Findings?.Candidates.FirstOrDefault(candidate => candidate.Url == keuze) is { } chosen)
            await desk.ChangeAsync(id, Form.Settings with { Url = chosen.Url, Format = chosen.Format }, anew: true, cancellation);
        bell.Ring();
        return LocalRedirect(Here);
    }

    /// <summary>What the filter does, for a script: the same list as on the page.</summary>
    public async Task<IActionResult> OnPostEffectAsync(long id, [FromForm] SourceForm form, CancellationToken cancellation) =>
        await LoadAsync(id, form, cancellation) && Sample is not null ? Partial("_Sample", Sample) : NotFound();

    public async Task<IActionResult> OnPostOpnameAsync(long id, [FromForm] SourceForm form, [FromForm(Name = "eerst")] bool reviewed, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, form, cancellation) || Form is null)
            return NotFound();
        var outcome = await sources.TakeAsync(Proposal, Form.Settings, reviewed, User, cancellation);
        if (outcome.Source is { } source)
        {
            if (Proposal.SuggestionId is { } suggestion)
                await suggestions.BecameSourceAsync(suggestion, source.Id, User, cancellation);
            return LocalRedirect(Links.Source(source.Slug));
        }

        Form = Form with { Problems = outcome.Problems };
        return Page();
    }

    public async Task<IActionResult> OnPostWegAsync(long id, CancellationToken cancellation)
    {
        await desk.DropAsync(id, cancellation);
        return LocalRedirect(DeskLinks.Sources);
    }

    private async Task<bool> LoadAsync(long id, SourceForm? form, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.SourceProposals.AsNoTracking().Include(proposal => proposal.Source).SingleOrDefaultAsync(proposal => proposal.Id == id, cancellation) is not { } proposal)
            return false;
        (Proposal, Findings) = (proposal, ProposalDesk.FindingsOf(proposal));
        if (SourceSettings.Read(proposal.Settings) is not { } settings)
            return true;
        settings = form?.Over(settings) ?? settings;
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).Select(topic => new TopicLink(topic.Slug, topic.Name)).ToListAsync(cancellation);
        Form = new SourceFormView(settings, new Dictionary<string, string>(), topics, proposal.Mark);
        if (ProposalDesk.SampleOf(proposal) is { } sample)
            Sample = SampleView.Of(sample, settings);
        return true;
    }
}
