using Kiosk.Data;
using Kiosk.Search;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Reading;

/// <summary>A search hit as it may be shown: the index finds in the whole text, the source decides how much of it is seen.</summary>
/// <param name="Snippet">Empty if the source allows none.</param>
/// <param name="Page">The page of a report on which the snippet stands; null if it has no pages.</param>
/// <param name="Siblings">How many more articles of its story were found.</param>
public sealed record ShownHit(
    ArticleCard Card, IReadOnlyList<TextPart> Title, IReadOnlyList<TextPart> Snippet, string Url, bool Partial, int? Page = null, int Siblings = 0)
{
    /// <summary>Reads what the hits need in one query. A hit that is no longer visible in the archive is left out.</summary>
    public static async Task<IReadOnlyList<ShownHit>> ReadAsync(KioskDb db, IReadOnlyList<SearchHit> hits, CancellationToken cancellation)
    {
        if (hits.Count == 0)
            return [];
        var ids = hits.Select(hit => hit.ArticleId).ToList();
        var cards = await db.Articles.AsNoTracking()
            .Where(article => ids.Contains(article.Id) && article.State == ArticleState.Visible)
            .Select(ArticleCard.Projection).ToDictionaryAsync(card => card.Id, cancellation);
        return [.. hits.Where(hit => cards.ContainsKey(hit.ArticleId)).Select(hit => Of(hit, cards[hit.ArticleId]))];
    }

    private static ShownHit Of(SearchHit hit, ArticleCard card) =>
        new(card, hit.Title, ReadingRights.Snippet(card.Rights, card.Lead, hit.Snippet), hit.Url, hit.Partial, hit.Page, hit.Siblings);
}
