using System.Collections.Concurrent;
using Kiosk.Data.Digests;

namespace Kiosk.Web.Digests;

/// <summary>Everything that letters of a week may hold at a moment, put together once for all subscribers.</summary>
public sealed class DigestPool
{
    /// <summary>How far back a letter looks at most: a month and some, for who gets it monthly.</summary>
    public const int Days = 35;

    /// <summary>How far ahead the agenda looks.</summary>
    public const int AgendaDays = 28;

    public required Digest Digest { get; init; }

    /// <summary>Up to which moment it holds the news.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>All topics in their order, with what the editors say of them in this digest; null if nothing.</summary>
    public required IReadOnlyList<PoolTopic> Topics { get; init; }

    /// <summary>By topic, the first to come first.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<DigestItem>> Items { get; init; }

    /// <summary>Events to come, the nearest first, each with its topics.</summary>
    public required IReadOnlyList<PoolExtra> Agenda { get; init; }

    /// <summary>What most readers saved, with its topics; only what enough of them did.</summary>
    public required IReadOnlyList<PoolExtra> Saved { get; init; }

    /// <summary>The smallest number of an article that a repetition could have: letters that were sent are compared from here on.</summary>
    public required long From { get; init; }

    /// <summary>What letters say of articles, read once and kept for the next letter.</summary>
    public ConcurrentDictionary<long, LetterPiece> Pieces { get; } = new();

    /// <summary>What was in a letter of this digest before, by topic, so that it is noted once.</summary>
    public ConcurrentDictionary<(int Topic, long Article), bool> Published { get; } = new();

    public IReadOnlyList<DigestItem> Of(int topic) => Items.TryGetValue(topic, out var items) ? items : [];
}

/// <summary>A topic in a digest.</summary>
/// <param name="Introduction">Null if the editors say nothing.</param>
public sealed record PoolTopic(int Id, string Slug, string Name, string? Introduction, string? Signature);

/// <summary>An article beside the topics' own.</summary>
/// <param name="StoryId">Null if nobody else tells this news.</param>
public sealed record PoolExtra(long ArticleId, long? StoryId, IReadOnlyList<int> Topics);
