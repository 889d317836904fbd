using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Search.Queries;
using Kiosk.Search.Ranking;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tagging;

/// <summary>Shows what a rule would do to the whole archive before it counts. The index answers, so that no article is read for it.</summary>
public sealed class RuleTrial(IDbContextFactory<KioskDb> archive, SearchIndex index)
{
    private const int Shown = 5;

    /// <summary>Examples are the newest among so many.</summary>
    private const int Considered = 400;

    /// <param name="topic">The topic whose articles it is compared with; null for one that is still to be made.</param>
    /// <param name="rule">A query; never blank.</param>
    /// <returns>Null if the index cannot answer now.</returns>
    public async Task<RuleEffect?> TryAsync(int? topic, string rule, CancellationToken cancellation)
    {
        if (Matching(rule, out var notes) is not { } matching)
            return null;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var changes = await CompareAsync(db, topic, matching, cancellation);
        return new RuleEffect
        {
            Matching = matching,
            Changes = changes,
            Notes = [.. notes, .. rule.Contains("onderwerp:", StringComparison.OrdinalIgnoreCase) ? ["‘onderwerp:’ werkt niet in een regel: een regel kijkt naar wat er in het stuk staat."] : Array.Empty<string>()],
            Added = await NewestAsync(db, changes.Adds, cancellation),
            Dropped = await NewestAsync(db, changes.Drops, cancellation),
        };
    }

    /// <summary>What applying a rule would change.</summary>
    /// <param name="db">Is read only.</param>
    /// <param name="topic">The topic whose articles it is compared with; null for one that is still to be made.</param>
    /// <param name="rule">A query; never blank.</param>
    /// <returns>Null if the index cannot answer now.</returns>
    public async Task<RuleChanges?> ChangesAsync(KioskDb db, int? topic, string rule, CancellationToken cancellation) =>
        Matching(rule, out _) is { } matching ? await CompareAsync(db, topic, matching, cancellation) : null;

    private static async Task<RuleChanges> CompareAsync(KioskDb db, int? topic, IReadOnlyList<long> matching, CancellationToken cancellation)
    {
        var tags = await db.ArticleTopics.AsNoTracking().Where(tag => tag.TopicId == topic && tag.Article!.State == ArticleState.Visible)
            .Select(tag => new { tag.ArticleId, tag.TaggedBy }).ToListAsync(cancellation);
        var refused = await db.TopicJudgements.Where(judgement => judgement.TopicId == topic && !judgement.Fits).Select(judgement => judgement.ArticleId).ToListAsync(cancellation);
        var adds = matching.ToHashSet();
        var drops = tags.Where(tag => tag.TaggedBy == TaggedBy.Rule && !adds.Contains(tag.ArticleId)).Select(tag => tag.ArticleId).ToList();
        adds.ExceptWith(tags.Select(tag => tag.ArticleId));
        adds.ExceptWith(refused);
        return new RuleChanges(adds, drops);
    }

    /// <summary>The articles of a topic that would go along with a part of it.</summary>
    /// <param name="whole">The topic that is to be parted.</param>
    /// <param name="rule">Of the part; never blank.</param>
    /// <returns>Null if the index cannot answer now.</returns>
    public async Task<IReadOnlyList<long>?> PartAsync(KioskDb db, int whole, string rule, CancellationToken cancellation)
    {
        if (Matching(rule, out _) is not { } matching)
            return null;
        var part = await db.ArticleTopics.Where(tag => tag.TopicId == whole).Select(tag => tag.ArticleId).ToHashSetAsync(cancellation);
        part.IntersectWith(matching);
        return [.. part];
    }

    /// <summary>Null if the index cannot answer now.</summary>
    private IReadOnlyList<long>? Matching(string rule, out IReadOnlyList<string> notes)
    {
        var query = index.FormerNames.Resolve(Query.Parse(rule, out notes));
        return index.IsReady ? RuleMatches.In(index, query) : null;
    }

    private static async Task<List<ArticleCard>> NewestAsync(KioskDb db, IEnumerable<long> ids, CancellationToken cancellation)
    {
        var considered = ids.OrderDescending().Take(Considered).ToList();
        return considered.Count == 0 ? [] : await db.Articles.AsNoTracking().Where(article => considered.Contains(article.Id))
            .OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id).Take(Shown).Select(ArticleCard.Projection).ToListAsync(cancellation);
    }
}
