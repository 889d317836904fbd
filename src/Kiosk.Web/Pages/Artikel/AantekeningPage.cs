using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Annotations;
using Kiosk.Web.Accounts;
using Kiosk.Web.Annotations;
using Kiosk.Web.Images;
using Kiosk.Web.Lists;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Artikel;

/// <summary>Where a reader marks a passage, notes something, changes it, and takes it away. A passage is only ever kept as it stands in the text that she may see.</summary>
[Authorize(Policy = Access.Reader)]
public sealed class AantekeningPage(IDbContextFactory<KioskDb> archive, AnnotationBook book, ImageLinks images) : PageModel
{
    public const string MinePath = "/mijn-kiosk/aantekeningen";

    [FromRoute(Name = "id")]
    public long ArticleId { get; set; }

    /// <summary>The annotation that is changed; null for a new one.</summary>
    [FromQuery(Name = "nr")]
    public long? Id { get; set; }

    public ArticleView View { get; private set; } = null!;

    /// <summary>What is or was typed.</summary>
    public string Passage { get; private set; } = "";

    public string Note { get; private set; } = "";

    /// <summary>What is wrong with it, in Dutch; null if nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether there is any text in which a passage could be marked.</summary>
    public bool HasText => View.BodyHtml.Length + View.Excerpt.Length > 0;

    private Guid Me => Visitor.Of(User)!.Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Id is not { } id)
            return Page();
        if (await book.FindAsync(Me, ArticleId, id, cancellation) is not { } annotation)
            return NotFound();
        (Passage, Note) = (annotation.Exact, annotation.Note);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "passage")] string? passage, [FromForm(Name = "voor")] string? prefix, [FromForm(Name = "na")] string? suffix,
        [FromForm(Name = "notitie")] string? note, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        (Passage, Note) = (ListShelf.Text(passage, int.MaxValue), ListShelf.Text(note, int.MaxValue));
        var before = Id is { } id ? await book.FindAsync(Me, ArticleId, id, cancellation) : null;
        if (Id is not null && before is null)
            return NotFound();
        // A passage that is left as it was may be gone from the text; she keeps it.
        var quote = before is not null && Passage == before.Exact
            ? new TextQuote(before.Exact, before.Prefix, before.Suffix)
            : Quote(new TextQuote(Passage, prefix ?? "", suffix ?? ""));
        Problem = Problems(quote).FirstOrDefault();
        return Problem is null ? await KeepAsync(before, Passage.Length > 0 ? quote : null, cancellation) : Page();
    }

    /// <summary>Takes it away, with a way back.</summary>
    public async Task<IActionResult> OnPostWegAsync([FromForm(Name = "aantekening")] long id, [FromForm(Name = "waar")] string? where, CancellationToken cancellation) =>
        !await book.RemoveAsync(Me, ArticleId, id, cancellation) ? NotFound()
        : where == "alle" ? LocalRedirect(Place(MinePath, id, ArticleId))
        : await LoadAsync(cancellation) ? LocalRedirect($"{Place(View.Card.Link, id)}#aantekeningen") : LocalRedirect(MinePath);

    public async Task<IActionResult> OnPostTerugAsync([FromForm(Name = "aantekening")] long id, [FromForm(Name = "waar")] string? where, CancellationToken cancellation) =>
        !await book.PutBackAsync(Me, ArticleId, id, cancellation) ? NotFound()
        : where != "alle" && await LoadAsync(cancellation) ? LocalRedirect($"{View.Card.Link}#aantekeningen") : LocalRedirect(MinePath);

    private static string Place(string path, long id, long? article = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}?weg={id}{(article is null ? "" : "&stuk=")}{article}");

    private async Task<IActionResult> KeepAsync(Annotation? before, TextQuote? quote, CancellationToken cancellation)
    {
        var id = before?.Id;
        if (before is not null)
            await book.ChangeAsync(Me, ArticleId, before.Id, quote, Note, cancellation);
        else if ((id = await book.AddAsync(Me, ArticleId, quote, Note, cancellation)) is null)
            Problem = $"In dit stuk staan al {AnnotationBook.MostPerArticle} aantekeningen van je. Haal er eerst een weg.";
        if (Problem is not null)
            return Page();
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{View.Card.Link}#{(quote is null ? "aantekening" : "passage")}-{id}"));
    }

    /// <summary>As it stands in the text; null if it does not.</summary>
    private TextQuote? Quote(TextQuote asked) =>
        asked.Exact.Length is 0 or > Annotation.LongestPassage ? null : new PassageText(ReadingText.Body(View, images.For)).Quote(asked);

    private IEnumerable<string> Problems(TextQuote? quote)
    {
        if (Passage.Length == 0 && Note.Length == 0)
            yield return HasText ? "Kies een passage uit de tekst of schrijf een notitie." : "Schrijf een notitie.";
        if (Note.Length > Annotation.LongestNote)
            yield return $"Je notitie telt {DutchText.Number(Note.Length)} tekens. Er passen er {DutchText.Number(Annotation.LongestNote)} in.";
        if (Passage.Length > Annotation.LongestPassage)
            yield return $"De passage telt {DutchText.Number(Passage.Length)} tekens. Kies een stuk van hooguit {DutchText.Number(Annotation.LongestPassage)}.";
        else if (Passage.Length > 0 && quote is null)
            yield return "Deze woorden staan niet zo in de tekst. Kopieer ze letterlijk, of maak het veld leeg en bewaar alleen je notitie.";
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await ArticleView.FindAsync(db, ArticleId, cancellation) is not { State: ArticleState.Visible } view)
            return false;
        View = view;
        return true;
    }
}
