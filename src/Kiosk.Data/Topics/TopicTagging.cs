using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>What an editor says of the topics of an article. It is kept: rules and sources abide by it, and suggestions learn from it.</summary>
public static class TopicTagging
{
    /// <summary>Puts a topic on an article, or takes it off. Saves nothing by itself, so that whoever calls it can record the act along with it.</summary>
    /// <param name="db">The archive.</param>
    /// <param name="article">Its id.</param>
    /// <param name="topic">Its id.</param>
    /// <param name="fits">Whether the article is about the topic.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public static async Task JudgeAsync(KioskDb db, long article, int topic, bool fits, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var tag = await db.ArticleTopics.FindAsync([article, topic], cancellation);
        if (fits && tag is null)
            db.ArticleTopics.Add(new ArticleTopic { ArticleId = article, TopicId = topic, TaggedBy = TaggedBy.Editor, TaggedAt = now });
        else if (fits)
            tag!.TaggedBy = TaggedBy.Editor;
        else if (tag is not null)
            db.ArticleTopics.Remove(tag);
        var judgement = await db.TopicJudgements.FindAsync([article, topic], cancellation);
        if (judgement is null)
            db.TopicJudgements.Add(judgement = new TopicJudgement { ArticleId = article, TopicId = topic });
        (judgement.Fits, judgement.JudgedAt) = (fits, now);
    }
}
