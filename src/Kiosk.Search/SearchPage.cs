using Kiosk.Search.Synonyms;

namespace Kiosk.Search;

/// <summary>One page of answers.</summary>
public sealed record SearchPage
{
    /// <summary>What matches, over all pages; a story counts once.</summary>
    public required int Total { get; init; }

    /// <summary>How many of <see cref="Total"/> hold all the words; the rest are partial matches and come after these, unless it is <see cref="IsOneList"/>.</summary>
    public required int Whole { get; init; }

    /// <summary>True if it was a question in a sentence: whole and partial matches stand together, the best first.</summary>
    public bool IsOneList { get; init; }

    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>
    /// How many matches have each value, over all pages; what was chosen of a property does not narrow its own counts. Empty if not asked for.
    /// </summary>
    public IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> Facets { get; init; } = new Dictionary<Facet, IReadOnlyList<FacetCount>>();

    /// <summary>Remarks in Dutch on what was not understood or left out of the question; mostly empty.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What was also searched for, for each term of the question that has such; mostly empty.</summary>
    public IReadOnlyList<UsedSynonym> AlsoSought { get; init; } = [];

    /// <summary>A better spelling of the question, which finds something; null if there is none to offer.</summary>
    public string? Suggestion { get; init; }

    /// <summary>True if this answers <see cref="Suggestion"/>, because what was typed finds next to nothing.</summary>
    public bool IsCorrected { get; init; }
}

/// <summary>One article found.</summary>
public sealed record SearchHit
{
    public required long ArticleId { get; init; }

    /// <summary>The title, cut where it matches.</summary>
    public required IReadOnlyList<TextPart> Title { get; init; }

    /// <summary>A piece of lead or body around the matches, at most about 240 characters; empty if the article has no text.</summary>
    public required IReadOnlyList<TextPart> Snippet { get; init; }

    public required string Url { get; init; }

    public required double Score { get; init; }

    /// <summary>True if some of the words are missing from it.</summary>
    public bool Partial { get; init; }

    /// <summary>How many more articles of the same story were found; they are not among the hits.</summary>
    public int Siblings { get; init; }

    /// <summary>The page, from 1, on which the snippet's first match stands; null if the article has no pages or nothing matches in it.</summary>
    public int? Page { get; init; }
}

/// <summary>A piece of plain text, and whether it is a match to be highlighted.</summary>
public readonly record struct TextPart(string Text, bool Hit);
