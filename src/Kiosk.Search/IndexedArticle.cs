namespace Kiosk.Search;

/// <summary>An article as the index knows it: what is searched, and what a result shows without asking the archive.</summary>
public sealed record IndexedArticle
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Plain text; empty if there is none.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Plain text, paragraphs apart by a line break; empty if only the title is known.</summary>
    public string Body { get; init; } = "";

    public required string Url { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>The article kind, for instance <c>nieuws</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The slug of the source, for instance <c>nos-economie</c>.</summary>
    public string Source { get; init; } = "";

    public string SourceName { get; init; } = "";

    /// <summary>The slugs of its topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The names of its topics, in the same order.</summary>
    public IReadOnlyList<string> TopicNames { get; init; } = [];

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The phases of debt relief that it is about, for instance <c>toegang</c>.</summary>
    public IReadOnlyList<string> Phases { get; init; } = [];

    /// <summary>Whom it is for, for instance <c>vrijwilliger</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>What it rests on, for instance <c>onderzocht</c>; empty if unknown.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>The municipalities that it is about, by slug: <c>bergen-op-zoom</c>.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>The laws that it is about, by key: <c>wgs</c>.</summary>
    public IReadOnlyList<string> Laws { get; init; } = [];

    /// <summary>How much of it may be shown, for instance <c>excerpt</c>; empty if unknown.</summary>
    public string Rights { get; init; } = "";

    /// <summary>The first day on which it holds; null if that is not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it holds; null if it has no end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The story (the same news at several sources) to which it belongs; null if it stands alone.</summary>
    public long? StoryId { get; init; }

    /// <summary>Where in <see cref="Body"/> each page starts, in UTF-16 code units; empty if it has no pages.</summary>
    public IReadOnlyList<int> PageStarts { get; init; } = [];

    /// <summary>Whether the editors picked it.</summary>
    public bool IsPick { get; init; }

    /// <summary>The article that takes its place; null if none does.</summary>
    public long? SupersededBy { get; init; }
}
