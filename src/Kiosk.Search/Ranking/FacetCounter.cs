using System.Numerics;
using System.Runtime.CompilerServices;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Counts the matches by each value of each property, over all segments.</summary>
internal sealed class FacetCounter(FacetSelection selection)
{
    /// <summary>More values of one property than this are no choice for a person.</summary>
    private const int MostValues = 200;

    /// <summary>Looking a match up takes as long as counting so many times 64 articles at once.</summary>
    private const int StepsAMatch = 4;

    private readonly Dictionary<string, (string Name, int Count)>[] _counts =
        [.. Enum.GetValues<Facet>().Select(_ => new Dictionary<string, (string, int)>(StringComparer.Ordinal))];

    /// <param name="facet">The property.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="matches">A bit for each article of it that matches.</param>
    public void Count(Facet facet, Segment segment, ReadOnlySpan<ulong> matches)
    {
        var column = segment.Values.Facet(facet);
        var counts = new int[column.Values.Count];
        if (column.HasSets && (long)matches.Length * counts.Length < (long)StepsAMatch * BitSet.Count(matches))
            CountSets(column.Sets, matches, counts);
        else
            CountMatches(column, matches, counts);
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            Add(_counts[(int)facet], column.Values[ordinal], counts[ordinal]);
    }

    /// <summary>Most first, years latest first; chosen values are there even if they have no matches.</summary>
    public IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> ToCounts() =>
        Enum.GetValues<Facet>().ToDictionary(facet => facet, ToCounts);

    private static void CountSets(ulong[][] sets, ReadOnlySpan<ulong> matches, int[] counts)
    {
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            counts[ordinal] = BitSet.CountBoth(matches, sets[ordinal]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountMatches(FacetColumn column, ReadOnlySpan<ulong> matches, int[] counts)
    {
        var (starts, ordinals, isSingle) = (column.Starts, column.Ordinals, column.IsSingle);
        for (var word = 0; word < matches.Length; word++)
        {
            for (var rest = matches[word]; rest != 0; rest &= rest - 1)
            {
                var article = (word << 6) + BitOperations.TrailingZeroCount(rest);
                var (at, end) = isSingle ? (article, article + 1) : (starts[article], starts[article + 1]);
                for (; at < end; at++)
                    counts[ordinals[at]]++;
            }
        }
    }

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
