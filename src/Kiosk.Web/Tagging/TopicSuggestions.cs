using Kiosk.Data;
using Kiosk.Ingest.Indexing;
using Kiosk.Search;
using Kiosk.Search.Learning;
using Kiosk.Search.Queries;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tagging;

/// <summary>Which topics an article may be about that it does not have, each with the reasons. What an editor rejected is not suggested again.</summary>
public sealed class TopicSuggestions(SearchIndex index, LearnedTopics learned)
{
    private const int Similar = 10;
    private const int LeastSimilar = 3;

    /// <summary>Those with the most reasons first.</summary>
    public async Task<IReadOnlyList<TopicSuggestion>> ForAsync(KioskDb db, long article, CancellationToken cancellation)
    {
        var row = await db.Articles.AsNoTracking().AsSplitQuery().Where(one => one.Id == article).Select(one => new
        {
            one.SourceId,
            SourceName = one.Source!.Name,
            Has = one.Topics.Select(tag => tag.TopicId).ToList(),
            Judged = one.TopicJudgements.Where(judgement => !judgement.Fits).Select(judgement => judgement.TopicId).ToList(),
        }).SingleOrDefaultAsync(cancellation);
        if (row is null || (await IndexedArticles.ReadAsync(db, db.Articles.Where(one => one.Id == article), cancellation)) is not [var known])
            return [];
        var topics = await db.Topics.AsNoTracking().ToListAsync(cancellation);
        var reasons = topics.Where(topic => !row.Has.Contains(topic.Id) && !row.Judged.Contains(topic.Id)).ToDictionary(topic => topic.Id, _ => new List<string>());
        FromRules(topics, known, reasons);
        foreach (var link in await db.SourceTopics.AsNoTracking().Where(link => link.SourceId == row.SourceId).ToListAsync(cancellation))
            reasons.GetValueOrDefault(link.TopicId)?.Add($"alle stukken van {row.SourceName} horen hierbij");
        await FromSimilarAsync(db, article, reasons, cancellation);
        FromLearned(known, reasons);
        return [.. topics.Where(topic => reasons.GetValueOrDefault(topic.Id) is { Count: > 0 })
            .Select(topic => new TopicSuggestion(topic.Id, topic.Name, reasons[topic.Id]))
            .OrderByDescending(suggestion => suggestion.Reasons.Count)];
    }

    private void FromRules(List<Topic> topics, IndexedArticle article, Dictionary<int, List<string>> reasons)
    {
        var terms = ArticleTerms.Of(article with { Topics = [], TopicNames = [] });
        foreach (var topic in topics.Where(topic => !string.IsNullOrWhiteSpace(topic.Rule) && index.FormerNames.Resolve(Query.Parse(topic.Rule)).Matches(terms)))
            reasons.GetValueOrDefault(topic.Id)?.Add($"past bij de regel ‘{topic.Rule}’");
    }

    private async Task FromSimilarAsync(KioskDb db, long article, Dictionary<int, List<string>> reasons, CancellationToken cancellation)
    {
        var similar = index.MoreLike(article, Similar).Select(hit => hit.ArticleId).ToList();
        var counts = await db.ArticleTopics.Where(tag => similar.Contains(tag.ArticleId)).GroupBy(tag => tag.TopicId)
            .Select(tags => new { tags.Key, Count = tags.Count() }).Where(tags => tags.Count >= LeastSimilar).ToListAsync(cancellation);
        foreach (var topic in counts)
            reasons.GetValueOrDefault(topic.Key)?.Add($"{DutchText.InWords(topic.Count)} van de {DutchText.InWords(similar.Count)} stukken die hierop lijken hebben het");
    }

    private void FromLearned(IndexedArticle article, Dictionary<int, List<string>> reasons)
    {
        var words = LearningWords.Of(article.Title, article.Lead, article.Body);
        foreach (var (topic, lesson) in learned.Topics)
        {
            if (lesson.Classifier?.Judge(words) is { Chance: >= LearnedTopics.Threshold } verdict)
                reasons.GetValueOrDefault(topic)?.Add($"lijkt op wat de redactie hier eerder bij legde, door {string.Join(", ", verdict.Words)}");
        }
    }
}

/// <param name="Reasons">In Dutch, each a clause; at least one.</param>
public sealed record TopicSuggestion(int TopicId, string Name, IReadOnlyList<string> Reasons);
