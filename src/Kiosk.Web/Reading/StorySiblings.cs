using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Reading;

/// <summary>Who else tells the same news.</summary>
public static class StorySiblings
{
    /// <summary>More than a reader will look through.</summary>
    private const int Most = 12;

    /// <summary>The other visible articles of its story, the first published first.</summary>
    public static async Task<IReadOnlyList<ArticleCard>> OfAsync(KioskDb db, ArticleCard card, CancellationToken cancellation) =>
        card.StoryId is not { } story ? [] : await db.Articles.AsNoTracking()
            .Where(article => article.StoryId == story && article.Id != card.Id && article.State == ArticleState.Visible)
            .OrderBy(article => article.PublishedAt).ThenBy(article => article.Id)
            .Take(Most).Select(ArticleCard.Projection).ToListAsync(cancellation);

    /// <summary>For each article that has siblings at other sources, the names of these sources.</summary>
    public static async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> SourcesAsync(KioskDb db, IReadOnlyCollection<ArticleCard> cards, CancellationToken cancellation)
    {
        var stories = cards.Select(card => card.StoryId).OfType<long>().Distinct().ToList();
        if (stories.Count == 0)
            return new Dictionary<long, IReadOnlyList<string>>();
        var tellers = await db.Articles.AsNoTracking()
            .Where(article => article.StoryId != null && stories.Contains(article.StoryId.Value) && article.State == ArticleState.Visible)
            .OrderBy(article => article.PublishedAt).ThenBy(article => article.Id)
            .Select(article => new { article.StoryId, article.SourceId, article.Source!.Name })
            .Take(Most * stories.Count).ToListAsync(cancellation);
        return cards
            .Select(card => (card.Id, Names: tellers.Where(teller => teller.StoryId == card.StoryId && teller.SourceId != card.SourceId).Select(teller => teller.Name).Distinct().ToList()))
            .Where(pair => pair.Names.Count > 0)
            .ToDictionary(pair => pair.Id, IReadOnlyList<string> (pair) => pair.Names);
    }
}
