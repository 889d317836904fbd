using System.Linq.Expressions;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>
/// The pieces among which an edition is chosen: a few hundred, whatever the size of the archive. These are the newest of all, the newest that are no
/// news, the newest of each topic and source that the reader likes, and what her standing queries find.
/// </summary>
public static class Candidates
{
    /// <summary>How far back an edition looks.</summary>
    public const int Days = 21;

    private const int NewestOfAll = 200;
    private const int NewestBesideNews = 40;
    private const int NewestOfEach = 25;
    private const int MostLiked = 10;

    public static async Task<List<PieceFacts>> ReadAsync(KioskDb db, CandidatePool pool, Taste taste, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now.AddDays(-Days);
        var recent = (await pool.ReadAsync(now, cancellation)).Where(piece => piece.PublishedAt <= now && piece.PublishedAt > since);
        return await LeadsAsync(db, [.. Among(recent, taste)], cancellation);
    }

    /// <param name="recent">The newest first.</param>
    private static IEnumerable<PieceFacts> Among(IEnumerable<PieceFacts> recent, Taste taste)
    {
        var (all, besideNews) = (0, 0);
        var sources = Liked(taste.Sources).ToDictionary(source => source, _ => 0);
        var topics = Liked(taste.Topics).ToDictionary(topic => topic, _ => 0);
        var found = taste.Queries.SelectMany(query => query.Matches).ToHashSet();
        foreach (var piece in recent)
        {
            var wanted = all++ < NewestOfAll | (piece.Kind != ArticleKind.Nieuws && besideNews++ < NewestBesideNews) | IsAmongNewest(sources, piece.SourceId);
            foreach (var topic in piece.Topics)
                wanted |= IsAmongNewest(topics, topic);
            if (wanted || found.Contains(piece.Id))
                yield return piece;
        }
    }

    private static bool IsAmongNewest(Dictionary<int, int> counts, int key)
    {
        if (!counts.TryGetValue(key, out var count) || count >= NewestOfEach)
            return false;
        counts[key] = count + 1;
        return true;
    }

    /// <summary>Of a story only the lead comes, as long as it can be seen.</summary>
    private static async Task<List<PieceFacts>> LeadsAsync(KioskDb db, List<PieceFacts> pieces, CancellationToken cancellation)
    {
        var stories = pieces.Select(piece => piece.StoryId).OfType<long>().Distinct().ToArray();
        if (stories.Length == 0)
            return pieces;
        var leads = await db.Stories.Where(story => EF.Parameter(stories).Contains(story.Id) && story.Lead!.State == ArticleState.Visible)
            .Select(story => new { story.Id, story.LeadId }).ToDictionaryAsync(story => story.Id, story => story.LeadId, cancellation);
        return pieces.FindAll(piece => piece.StoryId is not { } story || !leads.TryGetValue(story, out var lead) || lead == piece.Id);
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
