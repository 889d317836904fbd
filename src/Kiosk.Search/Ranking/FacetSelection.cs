using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>
/// The values that were chosen. Of one property any of the chosen values will do, and all properties must agree.
/// </summary>
internal sealed class FacetSelection
{
    private readonly Dictionary<Facet, HashSet<string>> _chosen = [];

    public FacetSelection(SearchRequest request)
    {
        foreach (var (facet, values) in request.Selected)
            Choose(facet, values);
        Choose(Facet.Topic, [request.Topic]);
        Choose(Facet.Source, [request.Source]);
        Choose(Facet.Kind, [request.Kind]);
    }

    public IEnumerable<Facet> Facets => _chosen.Keys;

    public bool Has(Facet facet, string value) => _chosen.TryGetValue(facet, out var values) && values.Contains(value);

    /// <summary>The articles of a segment that have a chosen value of a property.</summary>
    public ulong[] Match(Facet facet, Segment segment, Workspace workspace)
    {
        var bits = workspace.Bits();
        var column = segment.Values.Facet(facet);
        var wanted = column.Values.Select(value => Has(facet, value.Value)).ToArray();
        for (var article = 0; article < workspace.Articles; article++)
        {
            foreach (var ordinal in column.Of(article))
            {
                if (wanted[ordinal])
                    BitSet.Set(bits, article);
            }
        }
        return bits;
    }

    private void Choose(Facet facet, IEnumerable<string?> values)
    {
        foreach (var value in values)
        {
            if (string.IsNullOrEmpty(value))
                continue;
            if (!_chosen.TryGetValue(facet, out var chosen))
                _chosen[facet] = chosen = new HashSet<string>(StringComparer.Ordinal);
            chosen.Add(value);
        }
    }
}
