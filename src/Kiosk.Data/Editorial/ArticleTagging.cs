using Kiosk.Data.Topics;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>The topics that editors put on an article or take off.</summary>
public static class ArticleTagging
{
    public static readonly ActKind Tagged = new("article-tagged", "gaf andere onderwerpen aan", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Tagged];

    /// <summary>Puts topics on and takes topics off; others stay.</summary>
    public static Task<WorkOutcome> TagAsync(
        KioskDb db, ActBatch batch, ArticleRef which, IReadOnlyCollection<int> on, IReadOnlyCollection<int> off, CancellationToken cancellation = default) =>
        ArticleWork.DoAsync(db, batch, which, Tagged, async article =>
        {
            var before = await KeptTopics.OfAsync(db, article, cancellation);
            Set(article, on, off, batch.At);
            Judge(article, on, fits: true, batch.At);
            Judge(article, off, fits: false, batch.At);
            var after = await KeptTopics.OfAsync(db, article, cancellation);
            return before.Topics.SequenceEqual(after.Topics) ? null : new ArticleChanged(before, after);
        }, cancellation);

    private static void Set(Article article, IReadOnlyCollection<int> on, IReadOnlyCollection<int> off, DateTimeOffset now)
    {
        article.Topics.RemoveAll(tag => off.Contains(tag.TopicId));
        article.Topics.AddRange(on.Where(topic => article.Topics.TrueForAll(tag => tag.TopicId != topic))
            .Select(topic => new ArticleTopic { ArticleId = article.Id, TopicId = topic, TaggedBy = TaggedBy.Editor, TaggedAt = now }).ToList());
    }

    /// <summary>Rules and sources abide by it, and suggestions learn from it.</summary>
    private static void Judge(Article article, IEnumerable<int> topics, bool fits, DateTimeOffset now)
    {
        foreach (var topic in topics)
        {
            if (article.TopicJudgements.Find(judgement => judgement.TopicId == topic) is not { } judgement)
                article.TopicJudgements.Add(judgement = new TopicJudgement { ArticleId = article.Id, TopicId = topic });
            (judgement.Fits, judgement.JudgedAt) = (fits, now);
        }
    }

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var article = await ArticleWork.FindAsync(db, long.Parse(act.SubjectId, System.Globalization.CultureInfo.InvariantCulture), cancellation);
        if (article is null)
            return "Het stuk bestaat niet meer.";
        var (before, after) = (EditorialLog.Read<KeptTopics>(act.Before)!.Ids, EditorialLog.Read<KeptTopics>(act.After)!.Ids);
        var existing = await db.Topics.Where(topic => before.Contains(topic.Id)).Select(topic => topic.Id).ToListAsync(cancellation);
        Set(article, [.. existing.Except(after)], [.. after.Except(before)], by.At);
        // Taken back, it says neither that they fit nor that they do not.
        article.TopicJudgements.RemoveAll(judgement => before.Contains(judgement.TopicId) != after.Contains(judgement.TopicId));
        ArticleWork.Touch(article, by.At);
        return null;
    }
}
