using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>The topics of an article as an act keeps them.</summary>
public sealed record KeptTopics(IReadOnlyList<int> Ids, IReadOnlyList<string> Topics)
{
    internal static async Task<KeptTopics> OfAsync(KioskDb db, Article article, CancellationToken cancellation)
    {
        var ids = article.Topics.Select(tag => tag.TopicId).Order().ToList();
        var names = await db.Topics.Where(topic => ids.Contains(topic.Id)).ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancellation);
        return new KeptTopics(ids, [.. ids.Select(id => names.GetValueOrDefault(id, ""))]);
    }
}
