using Kiosk.Data;

namespace Kiosk.Web.Editions;

/// <summary>What is known of a piece that may come into an edition: enough to score it, no text.</summary>
public sealed record PieceFacts
{
    public required long Id { get; init; }

    public required int SourceId { get; init; }

    public required ArticleKind Kind { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Of <see cref="Topic"/>.</summary>
    public IReadOnlyList<int> Topics { get; init; } = [];

    public IReadOnlyList<WorkRole> Roles { get; init; } = [];

    /// <summary>The story it belongs to; null if nobody else tells this news.</summary>
    public long? StoryId { get; init; }

    /// <summary>True if more than a title can be read here.</summary>
    public bool HasLead { get; init; }
}
