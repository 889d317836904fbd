using Kiosk.Search.Analysis;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Queries;

/// <summary>
/// A property that has a value: <c>bron:nibud</c>. It holds if all words asked for stand in the value or in its name, in any form.
/// </summary>
public sealed record PropertyQuery : Query
{
    private readonly HashSet<string> _words;

    /// <param name="facet">Which property.</param>
    /// <param name="value">As it was typed, folded; at least one word.</param>
    public PropertyQuery(Facet facet, string value)
    {
        (Facet, Value) = (facet, value);
        _words = Words(value);
    }

    public Facet Facet { get; }

    public string Value { get; }

    public override bool Matches(ArticleTerms article) => ValuesBuilder.ValuesOf(article.Article, Facet).Any(Holds);

    public override string ToString() => $"{QueryField.NameOf(Facet)}:\"{Value}\"";

    internal bool Holds(FacetValue value) => value.Value.Length > 0 && _words.IsSubsetOf(Words($"{value.Value} {value.Name}"));

    private static HashSet<string> Words(string text) => [.. DutchAnalyzer.Analyze(text).Select(token => token.Text)];
}
