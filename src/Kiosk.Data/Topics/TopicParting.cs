using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>Gives a new topic its part of another one. Runs in the transaction of whoever calls it.</summary>
internal static class TopicParting
{
    private const int AtOnce = 500;

    public static async Task CopyAsync(KioskDb db, int whole, int part, IReadOnlyList<long> articles, bool takeOff, CancellationToken cancellation)
    {
        foreach (var chunk in articles.Chunk(AtOnce))
        {
            var tags = db.ArticleTopics.Where(tag => tag.TopicId == whole && chunk.Contains(tag.ArticleId));
            foreach (var tag in await tags.AsNoTracking().ToListAsync(cancellation))
                db.ArticleTopics.Add(new ArticleTopic { ArticleId = tag.ArticleId, TopicId = part, TaggedBy = tag.TaggedBy, TaggedAt = tag.TaggedAt, FromTopicId = whole });
            await db.SaveChangesAsync(cancellation);
            if (takeOff)
                await tags.ExecuteDeleteAsync(cancellation);
            db.ChangeTracker.Entries<ArticleTopic>().ToList().ForEach(entry => entry.State = EntityState.Detached);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO follows (user_id, topic_id, weight, followed_at, from_topic_id)
            SELECT user_id, {part}, weight, followed_at, {whole} FROM follows WHERE topic_id = {whole} ON CONFLICT DO NOTHING
            """,
            cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO subscriber_topics (subscriber_id, topic_id, from_topic_id)
            SELECT subscriber_id, {part}, {whole} FROM subscriber_topics WHERE topic_id = {whole} ON CONFLICT DO NOTHING
            """,
            cancellation);
    }
}
