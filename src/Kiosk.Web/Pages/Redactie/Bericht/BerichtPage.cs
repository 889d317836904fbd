using System.Net;
using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Cleaning;
using Kiosk.Web.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Bericht;

/// <summary>Where an editor writes a short text of her own; it becomes an article of which the kiosk is the source.</summary>
public sealed class BerichtPage(IDbContextFactory<KioskDb> archive, PublicAddress address, DutchTime time) : PageModel
{
    public const int LongestTitle = 150;
    public const int LongestText = 8000;
    private const int LeadLength = 300;

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Author { get; private set; } = "";

    /// <summary>Those that are ticked, by id.</summary>
    public IReadOnlyList<int> Chosen { get; private set; } = [];

    public IReadOnlyList<(int Id, string Name)> Topics { get; private set; } = [];

    public string? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation)
    {
        Author = Visitor.Of(User)!.Signature;
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "kop")] string? title, [FromForm(Name = "tekst")] string? text, [FromForm(Name = "naam")] string? author,
        [FromForm(Name = "onderwerp")] int[] topics, CancellationToken cancellation)
    {
        (Title, Text, Author, Chosen) = (OneLine.Of(title ?? ""), (text ?? "").Trim(), OneLine.Of(author ?? ""), topics);
        await LoadAsync(cancellation);
        Problem = Title.Length is 0 or > LongestTitle ? $"Geef een kop van 1 tot {LongestTitle} tekens."
            : Text.Length is 0 or > LongestText ? $"Schrijf een tekst van 1 tot {DutchText.Number(LongestText)} tekens."
            : Author.Length is 0 or > 80 ? "Zet je naam eronder, hooguit 80 tekens."
            : null;
        if (Problem is not null)
            return Page();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var home = address.Of("/").AbsoluteUri;
        var body = EditedBody.Of(Html(Text), new Uri(home));
        var own = new OwnText(Title, Excerpt.Of(body.Text.Split('\n')[0], LeadLength), body, Author, [.. Topics.Select(topic => topic.Id).Intersect(Chosen)]);
        var id = await OwnPiece.WriteAsync(db, Visitor.Of(User)!.Batch(time.Now), own, home, article => address.Of(Links.Article(article, Title)).AbsoluteUri, cancellation);
        return LocalRedirect(Links.Article(id, Title));
    }

    /// <summary>A blank line starts a paragraph.</summary>
    private static string Html(string text) => string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Topics = [.. (await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).Select(topic => new { topic.Id, topic.Name }).ToListAsync(cancellation)).Select(topic => (topic.Id, topic.Name))];
    }
}
