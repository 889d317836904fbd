using Kiosk.Data;
using Kiosk.Ingest.Proposals;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Jobs;
using Kiosk.Web.Pages.Bronnen;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Bronbeheer;

/// <summary>Where a source is changed, retired or put into another.</summary>
public sealed class BronWijzigenPage(IDbContextFactory<KioskDb> archive, SourceDesk sources, ProposalDesk proposals, Bell<ProposalRound> bell, DutchTime time) : PageModel
{
    public SourceRow Source { get; private set; } = null!;

    public SourceHealth Health { get; private set; } = null!;

    public SourceFormView Form { get; private set; } = null!;

    /// <summary>The fields that differ from feeds.json, by key: there the kiosk wins. Empty for a source that is not in that file.</summary>
    public IReadOnlyList<string> Own { get; private set; } = [];

    /// <summary>The others, for putting this one into.</summary>
    public IReadOnlyList<TopicLink> Others { get; private set; } = [];

    public int Articles { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) => await LoadAsync(slug, form: null, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] SourceForm form, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, form, cancellation))
            return NotFound();
        var outcome = await sources.ChangeAsync(slug, form.Mark, Form.Settings, User, cancellation);
        if (outcome.Source is not null)
            return LocalRedirect(DeskLinks.Source(slug));
        // What somebody else did is shown beside what was typed: the new mark lets her save after she saw it.
        Form = Form with { Problems = outcome.Problems };
        return Page();
    }

    /// <summary>Tries the settings first.</summary>
    public async Task<IActionResult> OnPostProbeerAsync(string slug, [FromForm] SourceForm form, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, form, cancellation))
            return NotFound();
        if (await proposals.OpenAsync(Form.Settings, Source.Id, form.Mark, cancellation) is not { } proposal)
        {
            Form = Form with { Problems = new Dictionary<string, string> { [""] = "Er lopen al vijftig proeven. Wacht tot er een paar klaar zijn." } };
            return Page();
        }

        bell.Ring();
        return LocalRedirect(DeskLinks.Proposal(proposal.Id));
    }

    public async Task<IActionResult> OnPostOpheffenAsync(string slug, [FromForm] string? reden, CancellationToken cancellation) =>
        await sources.RetireAsync(slug, reden, User, cancellation) ? LocalRedirect(DeskLinks.Source(slug)) : NotFound();

    private async Task<bool> LoadAsync(string slug, SourceForm? form, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Sources.AsNoTracking().Include(source => source.Topics).SingleOrDefaultAsync(source => source.Slug == slug && source.MergedInto == null, cancellation) is not { } source)
            return false;
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).Select(topic => new { topic.Id, topic.Slug, topic.Name }).ToListAsync(cancellation);
        var settings = SourceSettings.Of(source, topics.ToDictionary(topic => topic.Id, topic => topic.Slug));
        Form = new SourceFormView(form?.Over(settings) ?? settings, new Dictionary<string, string>(), [.. topics.Select(topic => new TopicLink(topic.Slug, topic.Name))], SourceSettings.Mark(settings));
        Own = SourceSettings.Read(source.Seed) is { } seed ? SourceSettings.Differences(seed, settings) : [];
        Source = await db.Sources.AsNoTracking().Where(one => one.Id == source.Id).Select(SourceRow.Projection).SingleAsync(cancellation);
        Health = SourceHealth.Of(Source, time.Now);
        Articles = await db.Articles.CountAsync(article => article.SourceId == source.Id, cancellation);
        Others = await db.Sources.AsNoTracking().Where(one => one.Id != source.Id && one.MergedInto == null).OrderBy(one => one.Name).Select(one => new TopicLink(one.Slug, one.Name)).ToListAsync(cancellation);
        return true;
    }
}
