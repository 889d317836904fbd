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
}
