using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Editions;
using Kiosk.Web.Pages.Redactie.Postvak;
using Kiosk.Web.Pages.Vandaag;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Keuzes;

/// <summary>The front page planned ahead: which picks lie in front on which day, and what a reader sees then.</summary>
public sealed class KeuzesPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    /// <summary>Days that are shown, today included.</summary>
    public const int Days = 7;

    private const int MostPicks = 200;

    private List<Pick> _picks = [];

    public DateOnly Today => time.Today;

    /// <summary>The day that is previewed.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The front page of that day, as somebody without an account sees it if nothing else comes in.</summary>
    public Edition Edition { get; private set; } = new();

    /// <summary>Picks from today on, by day; one that lasts stands on each of its days.</summary>
    public IEnumerable<(DateOnly Day, IReadOnlyList<Pick> Picks)> Week => Enumerable.Range(0, Days).Select(ahead => Today.AddDays(ahead))
        .Select(day => (day, (IReadOnlyList<Pick>)[.. _picks.Where(pick => pick.StartsOn <= day && pick.EndsOn >= day)]));

    /// <summary>All that run or are to come, the first to come first.</summary>
    public IReadOnlyList<Pick> All => _picks;

    public DoneNotice? Done { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>What was filled in and is wrong; null if nothing is.</summary>
    public (long Id, KeptPick Pick)? Wrong { get; private set; }

    public async Task OnGetAsync(string? dag, string? gedaan, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Done = await DoneNotice.FindAsync(db, gedaan, cancellation);
        await LoadAsync(db, dag, cancellation);
    }

    public async Task<IActionResult> OnPostWijzigAsync(
        [FromForm] long keuze, [FromForm(Name = "citaat")] string? quote, [FromForm(Name = "naam")] string? signature,
        [FromForm(Name = "van")] DateOnly? from, [FromForm(Name = "tot")] DateOnly? until, [FromForm] string? dag, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Picks.AsNoTracking().SingleOrDefaultAsync(pick => pick.Id == keuze, cancellation) is not { } pick)
            return NotFound();
        var wanted = new KeptPick(pick.ArticleId, OneLine.Of(quote ?? ""), OneLine.Of(signature ?? ""), from ?? pick.StartsOn, until ?? pick.EndsOn);
        Problem = PickRules.Problem(wanted);
        if (Problem is not null)
        {
            Wrong = (keuze, wanted);
            await LoadAsync(db, dag, cancellation);
            return Page();
        }

        var batch = Visitor.Of(User)!.Batch(time.Now);
        return await PickActs.ChangeAsync(db, batch, keuze, _ => wanted, cancellation) ? Back(dag, batch) : NotFound();
    }

    public async Task<IActionResult> OnPostWegAsync([FromForm] long keuze, [FromForm] string? dag, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var batch = Visitor.Of(User)!.Batch(time.Now);
        return await PickActs.TakeBackAsync(db, batch, keuze, cancellation) ? Back(dag, batch) : NotFound();
    }

    public async Task<IActionResult> OnPostTerugAsync([FromForm] Guid batch, [FromForm] string? dag, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var outcome = await EditorialUndo.BatchAsync(db, batch, Visitor.Of(User)!.Batch(time.Now), cancellation);
        Problem = outcome.Problems.Count > 0 ? string.Join(' ', outcome.Problems) : null;
        await LoadAsync(db, dag, cancellation);
        return Page();
    }

    public static string Link(DateOnly day) => $"/redactie/keuzes?dag={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private LocalRedirectResult Back(string? dag, ActBatch batch) => LocalRedirect($"{Link(DayOf(dag))}&gedaan={batch.Id}");

    private DateOnly DayOf(string? dag) =>
        DateOnly.TryParseExact(dag, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Today && day < Today.AddDays(Days) ? day : Today;

    private async Task LoadAsync(KioskDb db, string? dag, CancellationToken cancellation)
    {
        Day = DayOf(dag);
        _picks = await db.Picks.AsNoTracking().Include(pick => pick.Article!.Source).Where(pick => pick.EndsOn >= Today)
            .OrderBy(pick => pick.StartsOn).ThenBy(pick => pick.Id).Take(MostPicks).ToListAsync(cancellation);
        Edition = await OpenEdition.ReadAsync(db, time, Day, cancellation);
        Edition = Edition.WithSources(await StorySiblings.SourcesAsync(db, [.. Edition.All.Select(piece => piece.Card)], cancellation));
    }
}
