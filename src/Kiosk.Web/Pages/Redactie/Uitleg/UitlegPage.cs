using System.Globalization;
using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Web.Pages.Zoeken;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Uitleg;

/// <summary>Shows editors the sum by which a piece got its place in the results of a question.</summary>
public sealed class UitlegPage(IDbContextFactory<KioskDb> archive, SearchIndex index) : PageModel
{
    public string Question { get; private set; } = "";

    /// <summary>The piece asked for, as it was typed.</summary>
    public string? Asked { get; private set; }

    /// <summary>Null if there is no such piece.</summary>
    public ArticleCard? Card { get; private set; }

    /// <summary>The sum from the top down, with how deep each part stands; empty if it cannot be made.</summary>
    public IReadOnlyList<(int Depth, Explanation Part)> Rows { get; private set; } = [];

    /// <summary>Its place among the results, from 1; null if it is not among the first hundred.</summary>
    public int? Place { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, string? stuk, CancellationToken cancellation)
    {
        if (!index.IsReady)
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        var text = (q ?? "").Trim();
        (Question, Asked) = (text[..Math.Min(text.Length, SearchFilters.MaxText)], stuk);
        if (!long.TryParse(stuk, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Question.Length == 0)
            return Page();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Card = await db.Articles.AsNoTracking().Where(article => article.Id == id && article.State == ArticleState.Visible)
            .Select(ArticleCard.Projection).SingleOrDefaultAsync(cancellation);
        if (Card is not null && index.Explain(Question, id) is { } explanation)
            Rows = [.. Flat(explanation, 0)];
        var hits = index.Search(new SearchRequest { Text = Question, Take = 100 }).Hits;
        Place = hits.Select((hit, number) => (hit.ArticleId, number)).Where(hit => hit.ArticleId == id).Select(hit => (int?)hit.number + 1).FirstOrDefault();
        return Page();
    }

    private static IEnumerable<(int Depth, Explanation Part)> Flat(Explanation part, int depth) =>
        part.Parts.SelectMany(inner => Flat(inner, depth + 1)).Prepend((depth, part));
}
