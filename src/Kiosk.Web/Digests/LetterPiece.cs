using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>What a letter says of an article: no more than its source allows.</summary>
/// <param name="Card">Title, source, lead as far as it may be shown.</param>
/// <param name="Pick">What the editors say of it; null if they did not pick it.</param>
/// <param name="AlsoAt">Other sources that tell the same news.</param>
/// <param name="ValidFrom">The first day on which it holds, if that is still to come; null otherwise.</param>
public sealed record LetterPiece(ArticleCard Card, Pick? Pick, IReadOnlyList<string> AlsoAt, DateOnly? ValidFrom)
{
    /// <summary>A mail is for choosing what to read; the rest stands behind the link.</summary>
    private const int LeadWords = 42;

    /// <summary>The begin of the lead; empty if there is none or none may be shown.</summary>
    public string Lead { get; } = Short(Card.Lead);

    /// <summary>Reads what is missing in a pool for these articles. What is gone meanwhile is not there afterwards.</summary>
    public static async Task FillAsync(KioskDb db, DigestPool pool, IEnumerable<long> articles, DateOnly today, CancellationToken cancellation)
    {
        var ids = articles.Distinct().Where(id => !pool.Pieces.ContainsKey(id)).ToArray();
        if (ids.Length == 0)
            return;
        var visible = db.Articles.AsNoTracking().Where(article => EF.Parameter(ids).Contains(article.Id) && article.State == ArticleState.Visible);
        var cards = await visible.Select(ArticleCard.Projection).ToListAsync(cancellation);
        var valid = await visible.Where(article => article.ValidFrom > today).Select(article => new { article.Id, article.ValidFrom }).ToDictionaryAsync(row => row.Id, row => row.ValidFrom, cancellation);
        var picks = (await db.Picks.AsNoTracking().Where(pick => EF.Parameter(ids).Contains(pick.ArticleId) && pick.StartsOn <= today).OrderBy(pick => pick.Id).ToListAsync(cancellation))
            .GroupBy(pick => pick.ArticleId).ToDictionary(group => group.Key, group => group.Last());
        var stories = cards.Where(card => card.StoryId is not null).Select(card => card.StoryId!.Value).Distinct().ToArray();
        var siblings = (await db.Articles.AsNoTracking().Where(article => article.StoryId != null && EF.Parameter(stories).Contains(article.StoryId.Value) && article.State == ArticleState.Visible)
            .OrderBy(article => article.PublishedAt).ThenBy(article => article.Id)
            .Select(article => new { article.StoryId, article.Source!.Name }).ToListAsync(cancellation)).ToLookup(row => row.StoryId!.Value, row => row.Name);
        foreach (var card in cards)
        {
            var others = card.StoryId is { } story ? siblings[story].Where(name => name != card.SourceName).Distinct().ToList() : [];
            pool.Pieces[card.Id] = new LetterPiece(card, picks.GetValueOrDefault(card.Id), others, valid.GetValueOrDefault(card.Id));
        }
    }

    private static string Short(string lead)
    {
        var words = lead.Split((char[]?)null, LeadWords + 1, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= LeadWords ? string.Join(' ', words) : string.Join(' ', words.Take(LeadWords)).TrimEnd('.', ',', ';', ':', '…') + " …";
    }
}
