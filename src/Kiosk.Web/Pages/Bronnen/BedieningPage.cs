using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Ingest.Harvesting;
using Kiosk.Web.Accounts;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Bronnen;

/// <summary>Where editors pause, resume, harvest and test a source, and follow how that goes.</summary>
[Authorize(Policy = Access.Editor)]
public sealed class BedieningPage(IDbContextFactory<KioskDb> archive, SourceControl control, DutchTime time) : PageModel
{
    public SourceRow Source { get; private set; } = null!;

    public SourceHealth Health { get; private set; } = null!;

    /// <summary>Whether an editor sees its pieces before readers do.</summary>
    public bool Reviewed { get; private set; }

    /// <summary>Of the harvest that was asked for; null if none was.</summary>
    public HarvestProgress? Progress { get; private set; }

    /// <summary>What a test brought; null if none was done just now.</summary>
    public TrialReport? Trial { get; private set; }

    /// <summary>Until when the host asked to be left alone, so that nothing was asked of it; null if it was.</summary>
    public DateTimeOffset? RestsUntil { get; private set; }

    /// <summary>Where a script asks how far the harvest is.</summary>
    public string ProgressLink => $"{Links.SourceControl(Source.Slug)}?handler=stand&oogst={Asked.Parse(Request.Query["oogst"])}";

    public async Task<IActionResult> OnGetAsync(string slug, string? oogst, CancellationToken cancellation) =>
        await LoadAsync(slug, oogst, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetStandAsync(string slug, string? oogst, CancellationToken cancellation) =>
        await LoadAsync(slug, oogst, cancellation) && Progress is { } progress ? new JsonResult(new { tekst = progress.Text, klaar = progress.IsDone }) : NotFound();

    public Task<IActionResult> OnPostPauzeerAsync(string slug, [FromForm] string? reden, CancellationToken cancellation) =>
        ChangeAsync(slug, () => control.PauseAsync(Source.Id, Visitor.Of(User)!.Batch(time.Now), reden, cancellation), cancellation);

    public Task<IActionResult> OnPostHervatAsync(string slug, CancellationToken cancellation) =>
        ChangeAsync(slug, () => control.ResumeAsync(Source.Id, Visitor.Of(User)!.Batch(time.Now), cancellation), cancellation);

    public async Task<IActionResult> OnPostBeleidAsync(string slug, [FromForm(Name = "eerst")] bool reviewed, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await SourcePolicy.SetAsync(db, Visitor.Of(User)!.Batch(time.Now), slug, reviewed, cancellation) ? LocalRedirect(Links.SourceControl(slug)) : NotFound();
    }

    public async Task<IActionResult> OnPostOogstAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, oogst: null, cancellation))
            return NotFound();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var asked = new Asked(time.Now, await db.Articles.MaxAsync(article => (long?)article.Id, cancellation) ?? 0);
        RestsUntil = await control.HarvestSoonAsync(Source.Id, cancellation);
        return RestsUntil is not null ? Page() : LocalRedirect($"{Links.SourceControl(Source.Slug)}?oogst={asked}");
    }

    public async Task<IActionResult> OnPostTestAsync(string slug, [FromServices] SourceTrial trial, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, oogst: null, cancellation))
            return NotFound();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Trial = await trial.RunAsync(await db.Sources.AsNoTracking().Include(source => source.Topics).SingleAsync(source => source.Id == Source.Id, cancellation), cancellation);
        return Page();
    }

    private async Task<IActionResult> ChangeAsync(string slug, Func<Task> change, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, oogst: null, cancellation))
            return NotFound();
        await change();
        return LocalRedirect(Links.Source(slug));
    }

    private async Task<bool> LoadAsync(string slug, string? oogst, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Sources.AsNoTracking().Where(source => source.Slug == slug).Select(SourceRow.Projection).SingleOrDefaultAsync(cancellation) is not { } source)
            return false;
        Reviewed = await db.Sources.Where(one => one.Slug == slug).Select(one => one.Reviewed).SingleAsync(cancellation);
        (Source, Health) = (source, SourceHealth.Of(source, time.Now));
        if (Asked.Parse(oogst) is { } asked)
            Progress = await HarvestProgress.ReadAsync(db, source, asked, time.Now, cancellation);
        return true;
    }
}
