using Kiosk.Data;
using Kiosk.Search.Queries;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>The rules of all topics, read once for a harvest round: which topics does an article get by what it says?</summary>
public sealed class TopicRules
{
    private readonly List<(int TopicId, Query Rule)> _rules;

    private readonly HashSet<int> _atRest;

    private TopicRules(List<(int TopicId, Query Rule)> rules, HashSet<int> atRest) => (_rules, _atRest) = (rules, atRest);

    public static async Task<TopicRules> LoadAsync(KioskDb db, CancellationToken cancellation)
    {
        var topics = await db.Topics.AsNoTracking()
            .Where(topic => topic.Rule != null && topic.Rule != "")
            .Select(topic => new { topic.Id, Rule = topic.Rule! })
            .ToListAsync(cancellation);
        var atRest = await db.Topics.IgnoreQueryFilters().Where(topic => topic.MergedInto != null).Select(topic => topic.Id).ToHashSetAsync(cancellation);
        var names = new FormerNames(await NameHistory.SourcesAsync(db, cancellation));
        return new TopicRules([.. topics.Select(topic => (topic.Id, names.Resolve(Query.Parse(topic.Rule))))], atRest);
    }

    /// <summary>Whether the topic went into another: its tags wait as they are, since that can be undone.</summary>
    public bool IsAtRest(int topicId) => _atRest.Contains(topicId);

    /// <summary>The ids of the topics whose rule matches.</summary>
    public IReadOnlyList<int> TopicsOf(ArticleTerms article) =>
        [.. _rules.Where(rule => rule.Rule.Matches(article)).Select(rule => rule.TopicId)];
}
