using Kiosk.Data;
using Kiosk.Search.Queries;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>The rules of all topics, read once for a harvest round: which topics does an article get by what it says?</summary>
public sealed class TopicRules
{
    private readonly List<(int TopicId, Query Rule)> _rules;

    private TopicRules(List<(int TopicId, Query Rule)> rules) => _rules = rules;

    public static async Task<TopicRules> LoadAsync(KioskDb db, CancellationToken cancellation)
    {
        var topics = await db.Topics.AsNoTracking()
            .Where(topic => topic.Rule != null && topic.Rule != "")
            .Select(topic => new { topic.Id, Rule = topic.Rule! })
            .ToListAsync(cancellation);
        return new TopicRules([.. topics.Select(topic => (topic.Id, Query.Parse(topic.Rule)))]);
    }

    /// <summary>The ids of the topics whose rule matches.</summary>
    public IReadOnlyList<int> TopicsOf(ArticleTerms article) =>
        [.. _rules.Where(rule => rule.Rule.Matches(article)).Select(rule => rule.TopicId)];
}
