using Kiosk.Search.Synonyms;

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

    /// <summary>
    /// Only articles with one of these values, by property; values of one property add to each other, properties narrow. Goes together with
    /// <see cref="Topic"/>, <see cref="Source"/> and <see cref="Kind"/>.
    /// </summary>
    public IReadOnlyDictionary<Facet, IReadOnlyCollection<string>> Selected { get; init; } = new Dictionary<Facet, IReadOnlyCollection<string>>();

    /// <summary>Whether <see cref="SearchPage.Facets"/> is wanted.</summary>
    public bool WithFacets { get; init; }

    /// <summary>An article to leave out, with the other articles of its story; null for none.</summary>
    public long? Except { get; init; }

    /// <summary>Whether to look for what was typed and nothing else: no words that mean the same, and no better spelling in its place.</summary>
    public bool Exactly { get; init; }

    /// <summary>Whether to leave the spelling as it is, though next to nothing is found: for a question that somebody saved, and that is not asked by a person who reads the answer.</summary>
    public bool AsTyped { get; init; }

    /// <summary>The words that mean the same, for this question alone; null takes <see cref="SearchIndex.Thesaurus"/>.</summary>
    public Thesaurus? Thesaurus { get; init; }

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
