using System.Linq.Expressions;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>
/// The pieces among which an edition is chosen: a few hundred ids by index, whatever the size of the archive. These are the newest of all, the newest that are no
/// news, and the newest of each topic and source that the reader likes; only then is anything read of them.
/// </summary>
public static class Candidates
{
    /// <summary>How far back an edition looks.</summary>
    public const int Days = 21;

    private const int NewestOfAll = 200;
    private const int NewestBesideNews = 40;
    private const int NewestOfEach = 25;
    private const int MostLiked = 10;

    public static async Task<List<PieceFacts>> ReadAsync(KioskDb db, Taste taste, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now.AddDays(-Days);
        var recent = db.Articles.Where(article => article.State == ArticleState.Visible && article.PublishedAt <= now && article.PublishedAt > since)
            .OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id);
        var ids = new HashSet<long>(taste.Queries.SelectMany(query => query.Matches));
        ids.UnionWith(await recent.Select(article => article.Id).Take(NewestOfAll).ToListAsync(cancellation));
        ids.UnionWith(await recent.Where(article => article.Kind != ArticleKind.Nieuws).Select(article => article.Id).Take(NewestBesideNews).ToListAsync(cancellation));
        foreach (var source in Liked(taste.Sources))
            ids.UnionWith(await recent.Where(article => article.SourceId == source).Select(article => article.Id).Take(NewestOfEach).ToListAsync(cancellation));
        foreach (var topic in Liked(taste.Topics))
            ids.UnionWith(await db.ArticleTopics.Where(link => link.TopicId == topic && link.ListedAt > since && link.ListedAt <= now)
                .OrderByDescending(link => link.ListedAt).ThenByDescending(link => link.ArticleId).Select(link => link.ArticleId).Take(NewestOfEach).ToListAsync(cancellation));
        // Of a story only the lead comes, as long as it can be seen.
        return await FactsAsync(db, ids, article => article.PublishedAt <= now && article.PublishedAt > since
            && (article.StoryId == null || article.Story!.LeadId == article.Id || article.Story.Lead!.State != ArticleState.Visible), cancellation);
    }

    /// <summary>Facts of those pieces that are visible.</summary>
    public static async Task<List<PieceFacts>> FactsAsync(
        KioskDb db, IReadOnlyCollection<long> ids, Expression<Func<Article, bool>>? within, CancellationToken cancellation)
    {
        var numbers = ids.ToArray();
        var rows = await db.Articles.AsNoTracking()
            .Where(article => EF.Parameter(numbers).Contains(article.Id) && article.State == ArticleState.Visible)
            .Where(within ?? (article => true))
            .Select(article => new { article.Id, article.SourceId, article.Kind, article.PublishedAt, article.Roles, article.StoryId, HasLead = article.Lead != "" && article.Source!.Rights != Rights.Link })
            .ToListAsync(cancellation);
        var topics = (await db.ArticleTopics.AsNoTracking().Where(link => EF.Parameter(numbers).Contains(link.ArticleId))
            .Select(link => new { link.ArticleId, link.TopicId }).ToListAsync(cancellation)).ToLookup(link => link.ArticleId, link => link.TopicId);
        return [.. rows.Select(row => new PieceFacts
        {
            Id = row.Id,
            SourceId = row.SourceId,
            Kind = row.Kind,
            PublishedAt = row.PublishedAt,
            Topics = [.. topics[row.Id]],
            Roles = row.Roles,
            StoryId = row.StoryId,
            HasLead = row.HasLead,
        })];
    }

    private static IEnumerable<int> Liked(IReadOnlyDictionary<int, Liking> likings) =>
        likings.Where(pair => pair.Value.Points > 0).OrderByDescending(pair => pair.Value.Points).ThenBy(pair => pair.Key).Take(MostLiked).Select(pair => pair.Key);
}
