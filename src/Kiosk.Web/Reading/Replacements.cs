using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Reading;

/// <summary>What took the place of what.</summary>
public static class Replacements
{
    /// <summary>What takes the place of an article, and what it takes the place of itself.</summary>
    public static async Task<(ArticleCard? Successor, IReadOnlyList<ArticleCard> Predecessors)> OfAsync(KioskDb db, long id, long? replacedBy, CancellationToken cancellation)
    {
        var cards = await db.Articles.AsNoTracking().Where(article => article.State == ArticleState.Visible && (article.ReplacedBy == id || article.Id == replacedBy))
            .Select(ArticleCard.Projection).ToListAsync(cancellation);
        return (cards.Find(card => card.Id == replacedBy), cards.FindAll(card => card.Id != replacedBy));
    }

    /// <summary>Of these articles those that are replaced, each with what took its place, if that can be seen.</summary>
    public static async Task<IReadOnlyDictionary<long, ArticleCard>> AmongAsync(KioskDb db, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var pairs = await db.Articles.AsNoTracking().Where(article => ids.Contains(article.Id) && article.ReplacedBy != null)
            .Select(article => new { article.Id, By = article.ReplacedBy!.Value }).ToListAsync(cancellation);
        if (pairs.Count == 0)
            return new Dictionary<long, ArticleCard>();
        var wanted = pairs.ConvertAll(pair => pair.By);
        var cards = await db.Articles.AsNoTracking().Where(article => wanted.Contains(article.Id) && article.State == ArticleState.Visible)
            .Select(ArticleCard.Projection).ToDictionaryAsync(card => card.Id, cancellation);
        return pairs.Where(pair => cards.ContainsKey(pair.By)).ToDictionary(pair => pair.Id, pair => cards[pair.By]);
    }
}
