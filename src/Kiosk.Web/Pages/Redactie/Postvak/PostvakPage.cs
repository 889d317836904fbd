using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>The inbox: what came in, and all that an editor does with it.</summary>
public sealed class PostvakPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    public InboxFilter Filter { get; private set; } = new();

    public InboxList List { get; private set; } = InboxList.Empty;

    public InboxChoices Choices { get; private set; } = null!;

    /// <summary>The piece that lies open; null if none does.</summary>
    public DeskPiece? Piece { get; private set; }

    /// <summary>What was done just now; null if nothing was.</summary>
    public DoneNotice? Done { get; private set; }

    /// <summary>What to say of what was just undone, in Dutch; null if nothing was.</summary>
    public string? Said { get; private set; }

    /// <summary>What could not be done, in Dutch; null if all could.</summary>
    public string? Problem { get; private set; }

    /// <summary>What happened to the piece since it was shown; null if there is nothing to tell.</summary>
    public IReadOnlyList<EditorialAct>? Meanwhile { get; private set; }

    /// <summary>What she had filled in and could not be done.</summary>
    public DeskForm Form { get; private set; } = new();

    public Visitor Me => Visitor.Of(User)!;

    /// <summary>The piece after the open one; null at the end.</summary>
    public long? Next { get; private set; }

    public string Here => Filter.Link();

    public async Task OnGetAsync(long? stuk, string? gedaan, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Done = await DoneNotice.FindAsync(db, gedaan, cancellation);
        await LoadAsync(db, stuk, cancellation);
    }

    public async Task<IActionResult> OnPostDoeAsync([FromForm] DeskForm form, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var batch = Me.Batch(time.Now);
        var result = await new DeskWork(db, batch, time.Today).DoAsync(form, cancellation);
        Filter = InboxFilter.Of(Request.Query);
        if (result.IsDone)
            return LocalRedirect(InboxPath.With(Filter.Link(form.NextOpen), "gedaan", batch.Id.ToString()));
        Form = form;
        Problem = result.Problem;
        var open = form.Refs is [var only] ? only.Id : ArticleRef.Parse(form.Open)?.Id;
        await LoadAsync(db, open, cancellation);
        if (result.Refused.Count > 0)
            await TellAsync(db, result, form, cancellation);
        Done = await DoneNotice.FindAsync(db, batch.Id.ToString(), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostTerugAsync([FromForm] Guid batch, [FromForm] long? stuk, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var outcome = await EditorialUndo.BatchAsync(db, batch, Me.Batch(time.Now), cancellation);
        Said = outcome.Done == 0 ? null : outcome.Done == 1 ? "Teruggedraaid." : $"Teruggedraaid: {DutchText.Number(outcome.Done)} handelingen.";
        Problem = outcome.Problems.Count == 0 ? null : string.Join(' ', outcome.Problems);
        await LoadAsync(db, stuk, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostVraagAsync([FromForm] string? naam, [FromForm] string? vraag, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Problem = await DeskQueries.SaveAsync(db, naam, vraag, time.Now, cancellation);
        if (Problem is null)
            return LocalRedirect(new InboxFilter { Query = vraag!.Trim() }.Link());
        await LoadAsync(db, stuk: null, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostVraagWegAsync([FromForm] long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.DeskQueries.Where(query => query.Id == id).ExecuteDeleteAsync(cancellation);
        return LocalRedirect(InboxPath.Root);
    }

    /// <summary>Says which pieces were left alone, and of the open one what others did with it.</summary>
    private async Task TellAsync(KioskDb db, DeskResult result, DeskForm form, CancellationToken cancellation)
    {
        var titles = await db.Articles.AsNoTracking().Where(article => result.Refused.Contains(article.Id)).OrderBy(article => article.Id).Select(article => article.Title).ToListAsync(cancellation);
        Problem = titles.Count == 0
            ? "Dit stuk bestaat niet meer."
            : $"Niet gedaan, want intussen veranderd: {string.Join(", ", titles.Select(title => $"‘{title}’"))}. Kijk hoe het nu is, en probeer het opnieuw.";
        if (form.Refs is [var only])
            Meanwhile = await DeskPiece.ActsAsync(db, only.Id, form.Seen, cancellation);
    }

    private async Task LoadAsync(KioskDb db, long? stuk, CancellationToken cancellation)
    {
        Filter = InboxFilter.Of(Request.Query);
        List = await InboxList.ReadAsync(db, Filter, Me.Id, time.Now, cancellation);
        Choices = await InboxChoices.ReadAsync(db, cancellation);
        if (stuk is not { } id || await DeskPiece.FindAsync(db, id, cancellation) is not { } piece)
            return;
        Piece = piece with { Claim = await DeskClaims.TakeAsync(db, id, Me.Batch(time.Now), cancellation) };
        Next = List.Items.SkipWhile(item => item.Id != id).Skip(1).FirstOrDefault()?.Id;
    }
}
