using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>Finds topics by any slug that they have or had, and through merges.</summary>
public static class TopicBook
{
    /// <summary>More steps than a chain of merges can have.</summary>
    private const int LongestChain = 50;

    /// <summary>The topic that a slug leads to now; null if no topic ever had it.</summary>
    public static async Task<Topic?> FindAsync(KioskDb db, string slug, CancellationToken cancellation = default)
    {
        if (await db.Topics.AsNoTracking().SingleOrDefaultAsync(topic => topic.Slug == slug, cancellation) is { } topic)
            return topic;
        return await AllAsync(db, cancellation) is var all && all.TryGetValue(slug, out var id)
            ? await db.Topics.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation)
            : null;
    }

    /// <summary>Every slug that a topic has or had, with the id of the topic that it leads to now.</summary>
    public static async Task<Dictionary<string, int>> AllAsync(KioskDb db, CancellationToken cancellation = default)
    {
        var topics = await db.Topics.IgnoreQueryFilters().AsNoTracking().Select(topic => new { topic.Id, topic.Slug, topic.MergedInto }).ToListAsync(cancellation);
        var addresses = await db.TopicAddresses.AsNoTracking().ToListAsync(cancellation);
        var merges = topics.ToDictionary(topic => topic.Id, topic => topic.MergedInto);
        var slugs = addresses.ToDictionary(address => address.Slug, address => End(merges, address.TopicId), StringComparer.Ordinal);
        foreach (var topic in topics)
            slugs[topic.Slug] = End(merges, topic.Id);
        return slugs;
    }

    private static int End(Dictionary<int, int?> merges, int id)
    {
        for (var left = LongestChain; left > 0 && merges.GetValueOrDefault(id) is { } next; left--)
            id = next;
        return id;
    }
}
