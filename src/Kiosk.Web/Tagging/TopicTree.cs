using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tagging;

/// <summary>All topics in their order, each under the one that it is a part of.</summary>
public sealed class TopicTree
{
    private readonly Dictionary<int, TopicBranch> _branches = [];

    private TopicTree(List<Topic> topics)
    {
        var known = topics.Select(topic => topic.Id).ToHashSet();
        var children = topics.ToLookup(topic => topic.ParentId is { } parent && known.Contains(parent) && parent != topic.Id ? parent : (int?)null);
        foreach (var topic in children[null])
            Grow(topic, 0, null, children);
        // What is its own ancestor, by two editors at once, stands at the top rather than nowhere.
        foreach (var topic in topics.Where(topic => !_branches.ContainsKey(topic.Id)))
            Grow(topic, 0, null, children);
    }

    /// <summary>From the top down, each parent before its parts.</summary>
    public IReadOnlyList<TopicBranch> Branches => [.. _branches.Values];

    public static async Task<TopicTree> ReadAsync(KioskDb db, CancellationToken cancellation) =>
        new(await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).ToListAsync(cancellation));

    public TopicBranch? Find(int id) => _branches.GetValueOrDefault(id);

    /// <summary>Whether a topic stands somewhere below another, or is it.</summary>
    public bool IsUnder(int id, int ancestor)
    {
        for (int? at = id; at is { } here; at = Find(here)?.Parent)
        {
            if (here == ancestor)
                return true;
        }
        return false;
    }

    /// <summary>The parts of a topic, in their order.</summary>
    public IEnumerable<TopicBranch> Under(int id) => Branches.Where(branch => branch.Parent == id);

    private void Grow(Topic topic, int depth, int? parent, ILookup<int?, Topic> children)
    {
        if (!_branches.TryAdd(topic.Id, new TopicBranch(topic, depth, parent)))
            return;
        foreach (var child in children[topic.Id])
            Grow(child, depth + 1, topic.Id, children);
    }
}

/// <param name="Depth">0 at the top.</param>
/// <param name="Parent">The topic that it stands under; null at the top.</param>
public sealed record TopicBranch(Topic Topic, int Depth, int? Parent);
