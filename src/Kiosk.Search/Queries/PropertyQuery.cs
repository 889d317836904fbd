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

    /// <summary>The words asked for, as terms.</summary>
    internal IReadOnlyCollection<string> Terms => _words;

    public override bool Matches(ArticleTerms article) => article.PropertyWords(Facet).Any(_words.IsSubsetOf);

    public override string ToString() => $"{QueryField.NameOf(Facet)}:\"{Value}\"";

    internal bool Holds(FacetValue value) => value.Value.Length > 0 && _words.IsSubsetOf(Words(value));

    internal static HashSet<string> Words(FacetValue value) => Words($"{value.Value} {value.Name}");

    private static HashSet<string> Words(string text) => [.. DutchAnalyzer.Analyze(text).Select(token => token.Text)];
}
