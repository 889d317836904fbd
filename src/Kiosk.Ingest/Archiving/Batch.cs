using Kiosk.Data;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Identity;
using Kiosk.Search.Queries;

namespace Kiosk.Ingest.Archiving;

/// <summary>What all items of one visit share: their source, its filter, and the rules that tag them.</summary>
public sealed record Batch
{
    public required Source Source { get; init; }

    public required TopicRules Rules { get; init; }

    /// <summary>Topics that every article of the source gets, by id.</summary>
    public required IReadOnlyList<int> TopicIds { get; init; }

    /// <summary>Where readers go for an item that has no link: the site's home page, or else the feed.</summary>
    public required string FallbackUrl { get; init; }

    /// <summary>BCP 47 tag for items without one; null if unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Null keeps everything.</summary>
    public Query? Filter { get; init; }

    /// <summary>The kind of an article, where items of one batch differ; the source's kind otherwise.</summary>
    public Func<Item, ArticleKind?>? KindOf { get; init; }

    /// <summary>Topics that came with an item itself (imports), by id.</summary>
    public Func<Item, IReadOnlyList<int>>? ImportedTopicsOf { get; init; }

    /// <summary>What all items of a source have in common; its filter is parsed once.</summary>
    public static Batch Of(Source source, TopicRules rules) => new()
    {
        Source = source,
        Rules = rules,
        TopicIds = [.. source.Topics.Select(topic => topic.TopicId)],
        FallbackUrl = source.SiteUrl ?? source.Url,
        Language = source.Language,
        Filter = string.IsNullOrWhiteSpace(source.Filter) ? null : Query.Parse(source.Filter),
    };

    public ArticleKind Kind(Item item) => KindOf?.Invoke(item) ?? (item.Event is null ? Source.Kind : ArticleKind.Agenda);

    /// <summary>Whether the source's filter lets an article in.</summary>
    public bool Keeps(ArticleTerms article) => Filter?.Matches(article) ?? true;

    public ArticleDraft Draft(Candidate candidate, DateTimeOffset now) => ArticleDraft.From(candidate.Item, FallbackUrl, Language, now, candidate.Page);

    public IEnumerable<ArticleTopic> SourceTopics(DateTimeOffset now) => TopicIds.Select(id => Tag(id, TaggedBy.Source, now));

    /// <summary>Every topic of an article once; the stronger reason wins.</summary>
    public IEnumerable<ArticleTopic> TopicsOf(Item item, ArticleTerms article, DateTimeOffset now) =>
        SourceTopics(now)
            .Concat((ImportedTopicsOf?.Invoke(item) ?? []).Select(id => Tag(id, TaggedBy.Import, now)))
            .Concat(Rules.TopicsOf(article).Select(id => Tag(id, TaggedBy.Rule, now)))
            .DistinctBy(tag => tag.TopicId);

    private static ArticleTopic Tag(int topicId, TaggedBy by, DateTimeOffset now) => new() { TopicId = topicId, TaggedBy = by, TaggedAt = now };
}
