using Kiosk.Data;

namespace Kiosk.Web.Digests;

/// <summary>An article that may come into letters under one topic.</summary>
public sealed record DigestItem
{
    public required long ArticleId { get; init; }

    public required int TopicId { get; init; }

    public required int SourceId { get; init; }

    /// <summary>Null if nobody else tells this news.</summary>
    public long? StoryId { get; init; }

    /// <summary>Since when it is news: first seen, picked, or put in by an editor, whichever is latest. Who had a letter after it need not get it.</summary>
    public required DateTimeOffset Moment { get; init; }

    /// <summary>Its place by an editor's hand; null if it stands by its weight.</summary>
    public int? Place { get; init; }

    /// <summary>True if the editors picked it for every reader.</summary>
    public bool IsPick { get; init; }

    /// <summary>See <see cref="DigestWeight"/>.</summary>
    public required double Weight { get; init; }

    /// <summary>What an editor placed comes first, then picks, then the rest.</summary>
    public int Tier => Place is not null ? 0 : IsPick ? 1 : 2;

    /// <summary>The order within a topic.</summary>
    public static IOrderedEnumerable<DigestItem> Ordered(IEnumerable<DigestItem> items) =>
        items.OrderBy(item => item.Tier).ThenBy(item => item.Place ?? 0).ThenByDescending(item => item.Weight).ThenByDescending(item => item.ArticleId);
}

/// <summary>What is known of an article before it is weighed.</summary>
public sealed record DigestFacts(long Id, int SourceId, ArticleKind Kind, DateTimeOffset FirstSeenAt, DateTimeOffset PublishedAt, long? StoryId, bool HasLead);
