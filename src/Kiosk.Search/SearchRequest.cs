namespace Kiosk.Search;

/// <summary>One question to the index.</summary>
public sealed record SearchRequest
{
    /// <summary>What the person typed, letter by letter; never an error.</summary>
    public required string Text { get; init; }

    /// <summary>Only articles of this topic (slug); null for all.</summary>
    public string? Topic { get; init; }

    /// <summary>Only articles of this source (slug); null for all.</summary>
    public string? Source { get; init; }

    /// <summary>Only articles of this kind; null for all.</summary>
    public string? Kind { get; init; }

    public SearchOrder Order { get; init; }

    /// <summary>Hits to leave out from the top; 0 or more.</summary>
    public int Skip { get; init; }

    /// <summary>Hits to give at most; 1 to 100.</summary>
    public int Take { get; init; } = 20;
}

public enum SearchOrder
{
    Relevance,
    Newest,
}
