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
            var after = await KeptTopics.OfAsync(db, article, cancellation);
            return before.Topics.SequenceEqual(after.Topics) ? null : new ArticleChanged(before, after);
        }, cancellation);

    private static void Set(Article article, IReadOnlyCollection<int> on, IReadOnlyCollection<int> off, DateTimeOffset now)
    {
        article.Topics.RemoveAll(tag => off.Contains(tag.TopicId));
        article.Topics.AddRange(on.Where(topic => article.Topics.TrueForAll(tag => tag.TopicId != topic))
            .Select(topic => new ArticleTopic { ArticleId = article.Id, TopicId = topic, TaggedBy = TaggedBy.Editor, TaggedAt = now }).ToList());
    }

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var article = await ArticleWork.FindAsync(db, long.Parse(act.SubjectId, System.Globalization.CultureInfo.InvariantCulture), cancellation);
        if (article is null)
            return "Het stuk bestaat niet meer.";
        var (before, after) = (EditorialLog.Read<KeptTopics>(act.Before)!.Ids, EditorialLog.Read<KeptTopics>(act.After)!.Ids);
        var existing = await db.Topics.Where(topic => before.Contains(topic.Id)).Select(topic => topic.Id).ToListAsync(cancellation);
        Set(article, [.. existing.Except(after)], [.. after.Except(before)], by.At);
        ArticleWork.Touch(article, by.At);
        return null;
    }
}
