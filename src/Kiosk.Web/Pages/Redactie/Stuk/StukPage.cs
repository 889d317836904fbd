using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Pages.Redactie.Postvak;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Stuk;

/// <summary>Where editors put an article right: its words, its story, its doubles, and whether readers see it.</summary>
public sealed class StukPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    public const int LongestReason = 300;

    public DeskPiece Piece { get; private set; } = null!;

    public Article Article => Piece.Article;

    /// <summary>What stands in the form.</summary>
    public CorrectionForm Form { get; private set; } = new();

    public string Reason { get; private set; } = "";

    /// <summary>What went into this one, each with the act to undo; null for what was merged by the kiosk itself.</summary>
    public IReadOnlyList<(long Id, string Title, long? Act)> Merged { get; private set; } = [];

    public DoneNotice? Done { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>True if somebody else was ahead: both versions are shown.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>What was done since the form was made.</summary>
    public IReadOnlyList<EditorialAct> Meanwhile { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, string? gedaan, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await LoadAsync(db, id, cancellation))
            return NotFound();
        Done = await DoneNotice.FindAsync(db, gedaan, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostVerbeterAsync(long id, [FromForm] CorrectionForm form, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await LoadAsync(db, id, cancellation) || ArticleRef.Parse(form.Piece) is not { } which || which.Id != id)
            return NotFound();
        Form = form;
        if (form.Problem(time.Now) is { } problem)
        {
            Problem = problem;
            return Page();
        }

        if (which.Version != Article.Version)
            return await OutdatedAsync(db, form.Seen, cancellation);
        return await DoAsync(db, batch => ArticleCorrecting.CorrectAsync(db, batch, which, form.Wanted(Article), cancellation), cancellation);
    }

    /// <summary>Takes the source's own words for a field.</summary>
    public Task<IActionResult> OnPostBronAsync(long id, [FromForm] string? veld, [FromForm] string? stuk, CancellationToken cancellation) =>
        ChangeAsync(id, stuk, (db, batch, which) => Names.TryParse<CorrectedField>(veld, out var field)
            ? ArticleCorrecting.CorrectAsync(db, batch, which, new Dictionary<CorrectedField, string?> { [field] = null }, cancellation)
            : Task.FromResult(WorkOutcome.NotFound), cancellation);

    public async Task<IActionResult> OnPostIntrekAsync(long id, [FromForm] string? stuk, [FromForm] string? reden, CancellationToken cancellation)
    {
        Reason = OneLine.Of(reden ?? "");
        if (Reason.Length is > 0 and <= LongestReason)
            return await ChangeAsync(id, stuk, (db, batch, which) => ArticleStanding.WithdrawAsync(db, batch, which, Reason, cancellation), cancellation);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await LoadAsync(db, id, cancellation))
            return NotFound();
        Problem = $"Schrijf in 1 tot {LongestReason} tekens waarom het stuk weg is. Lezers zien dat op de plek van het stuk.";
        return Page();
    }

    public Task<IActionResult> OnPostPlaatsAsync(long id, [FromForm] string? stuk, CancellationToken cancellation) =>
        ChangeAsync(id, stuk, (db, batch, which) => ArticleStanding.PublishAsync(db, batch, which, cancellation), cancellation);

    public Task<IActionResult> OnPostWegAsync(long id, [FromForm] string? stuk, CancellationToken cancellation) =>
        ChangeAsync(id, stuk, (db, batch, which) => ArticleStanding.HideAsync(db, batch, which, cancellation), cancellation);

    public Task<IActionResult> OnPostUitVerhaalAsync(long id, [FromForm] string? stuk, CancellationToken cancellation) =>
        ChangeAsync(id, stuk, (db, batch, which) => ArticleStory.TakeOutAsync(db, batch, which, cancellation), cancellation);

    public Task<IActionResult> OnPostInVerhaalAsync(long id, [FromForm] string? stuk, [FromForm] long? ander, CancellationToken cancellation) =>
        ChangeAsync(id, stuk, (db, batch, which) => ArticleStory.PutInAsync(db, batch, which, ander ?? 0, cancellation), cancellation);

    /// <summary>Another piece goes into this one.</summary>
    public Task<IActionResult> OnPostSamenAsync(long id, [FromForm] string? stuk, [FromForm] long? ander, CancellationToken cancellation) =>
        ChangeAsync(id, stuk, (db, batch, which) => ArticleMerging.MergeAsync(db, batch, which, new ArticleRef(ander ?? 0, Version: null), cancellation), cancellation);

    public async Task<IActionResult> OnPostTerugAsync(long id, [FromForm] long? act, [FromForm] Guid? batch, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var by = Visitor.Of(User)!.Batch(time.Now);
        var outcome = act is { } one ? await EditorialUndo.OneAsync(db, one, by, cancellation) : await EditorialUndo.BatchAsync(db, batch ?? Guid.Empty, by, cancellation);
        if (outcome.Problems.Count == 0)
            return LocalRedirect(Links.Desk(id));
        Problem = string.Join(' ', outcome.Problems);
        return await LoadAsync(db, id, cancellation) ? Page() : NotFound();
    }

    private async Task<IActionResult> ChangeAsync(long id, string? stuk, Func<KioskDb, ActBatch, ArticleRef, Task<WorkOutcome>> change, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (ArticleRef.Parse(stuk) is not { } which || which.Id != id || !await LoadAsync(db, id, cancellation))
            return NotFound();
        return await DoAsync(db, batch => change(db, batch, which), cancellation);
    }

    private async Task<IActionResult> DoAsync(KioskDb db, Func<ActBatch, Task<WorkOutcome>> change, CancellationToken cancellation)
    {
        var batch = Visitor.Of(User)!.Batch(time.Now);
        var outcome = await change(batch);
        if (outcome is WorkOutcome.Done or WorkOutcome.Unchanged)
            return LocalRedirect($"{Links.Desk(Article.Id)}?gedaan={batch.Id}");
        if (outcome == WorkOutcome.Outdated)
            return await OutdatedAsync(db, ActBeforeLast, cancellation);
        Problem = outcome == WorkOutcome.NotFound ? "Er is geen stuk met dat nummer." : "Dit kan niet met deze twee stukken.";
        await LoadAsync(db, Article.Id, cancellation);
        return Page();
    }

    /// <summary>A button does not say what was seen; the last act is what came between.</summary>
    private long ActBeforeLast => Piece.Acts.Count > 1 ? Piece.Acts[1].Id : 0;

    /// <summary>Says what changed, keeps what she typed, and lets her send it again over what is there now.</summary>
    private async Task<IActionResult> OutdatedAsync(KioskDb db, long seen, CancellationToken cancellation)
    {
        var typed = Form;
        await LoadAsync(db, Article.Id, cancellation);
        (IsOutdated, Meanwhile) = (true, await DeskPiece.ActsAsync(db, Article.Id, seen, cancellation));
        (typed.Piece, typed.Seen) = (Piece.Ref.ToString(), Piece.LastAct);
        Form = typed;
        return Page();
    }

    private async Task<bool> LoadAsync(KioskDb db, long id, CancellationToken cancellation)
    {
        if (await DeskPiece.FindAsync(db, id, cancellation) is not { } piece)
            return false;
        Piece = piece with { Claim = await DeskClaims.TakeAsync(db, id, Visitor.Of(User)!.Batch(time.Now), cancellation) };
        Form = CorrectionForm.Of(piece.Article, piece.LastAct);
        Merged = await MergedHere.ReadAsync(db, id, cancellation);
        return true;
    }
}
