using System.Numerics;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Counts the matches by each value of each property, over all segments.</summary>
internal sealed class FacetCounter(FacetSelection selection)
{
    /// <summary>More values of one property than this are no choice for a person.</summary>
    private const int MostValues = 200;

    private readonly Dictionary<string, (string Name, int Count)>[] _counts =
        [.. Enum.GetValues<Facet>().Select(_ => new Dictionary<string, (string, int)>(StringComparer.Ordinal))];

    public void Count(Facet facet, Segment segment, ReadOnlySpan<ulong> matches)
    {
        var column = segment.Values.Facet(facet);
        var counts = new int[column.Values.Count];
        var (starts, ordinals) = (column.Starts, column.Ordinals);
        for (var word = 0; word < matches.Length; word++)
        {
            for (var rest = matches[word]; rest != 0; rest &= rest - 1)
            {
                var article = (word << 6) + BitOperations.TrailingZeroCount(rest);
                for (var at = starts[article]; at < starts[article + 1]; at++)
                    counts[ordinals[at]]++;
            }
        }
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            Add(_counts[(int)facet], column.Values[ordinal], counts[ordinal]);
    }

    /// <summary>Most first, years latest first; chosen values are there even if they have no matches.</summary>
    public IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> ToCounts() =>
        Enum.GetValues<Facet>().ToDictionary(facet => facet, ToCounts);

    private static void Add(Dictionary<string, (string Name, int Count)> counts, FacetValue value, int count) =>
        counts[value.Value] = (value.Name, counts.GetValueOrDefault(value.Value).Count + count);

    private IReadOnlyList<FacetCount> ToCounts(Facet facet)
    {
        var counts = _counts[(int)facet]
            .Select(pair => new FacetCount(pair.Key, pair.Value.Name, pair.Value.Count, selection.Has(facet, pair.Key)))
            .Where(count => count.Count > 0 || count.Selected);
        var sorted = facet == Facet.Year
            ? counts.OrderByDescending(count => count.Value, StringComparer.Ordinal)
            : counts.OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal);
        return [.. sorted.Take(MostValues)];
    }
}
