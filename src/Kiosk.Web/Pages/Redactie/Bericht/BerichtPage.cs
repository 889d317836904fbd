using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Bericht;

/// <summary>Where an editor writes a short text of her own; it becomes an article of which the kiosk is the source.</summary>
public sealed class BerichtPage(IDbContextFactory<KioskDb> archive, PublicAddress address, DutchTime time) : PageModel
{
    internal OwnPieceForm Form { get; private set; } = OwnPieceForm.Read(null, null, null);

    /// <summary>Those that are ticked, by id.</summary>
    public IReadOnlyList<int> Chosen { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Topics { get; private set; } = [];

    public string? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation)
    {
        Form = OwnPieceForm.Read(null, null, Visitor.Of(User)!.Signature);
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "kop")] string? title, [FromForm(Name = "tekst")] string? text, [FromForm(Name = "naam")] string? author,
        [FromForm(Name = "onderwerp")] int[] topics, CancellationToken cancellation)
    {
        (Form, Chosen) = (OwnPieceForm.Read(title, text, author), topics);
        await LoadAsync(cancellation);
        Problem = !Form.HasTitle ? $"Geef een kop van 1 tot {OwnPieceForm.LongestTitle} tekens."
            : !Form.HasText ? $"Schrijf een tekst van 1 tot {DutchText.Number(OwnPieceForm.LongestText)} tekens."
            : !Form.HasAuthor ? $"Zet je naam eronder, hooguit {OwnPieceForm.LongestAuthor} tekens."
            : null;
        if (Problem is not null)
            return Page();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var id = await Form.WriteAsync(db, Visitor.Of(User)!.Batch(time.Now), [.. Topics.Select(topic => topic.Id).Intersect(Chosen)], address, cancellation);
        return LocalRedirect(Links.Article(id, Form.Title));
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Topics = [.. (await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).Select(topic => new { topic.Id, topic.Name }).ToListAsync(cancellation)).Select(topic => (topic.Id, topic.Name))];
    }
}
