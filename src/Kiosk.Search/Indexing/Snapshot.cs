using System.Collections.Concurrent;
using Kiosk.Search.Analysis;

namespace Kiosk.Search.Indexing;

/// <summary>The whole index at one moment; a search uses one from begin to end. Immutable.</summary>
/// <param name="segments">Together they hold each article once.</param>
/// <param name="position">How far it follows the change feed; null while it is being filled.</param>
internal sealed class Snapshot(IReadOnlyList<LiveSegment> segments, FeedPosition? position)
{
    private readonly ConcurrentDictionary<Facet, IReadOnlyList<NamedValue>> _names = new();

    public static Snapshot Empty { get; } = new([], null);

    public IReadOnlyList<LiveSegment> Segments { get; } = segments;

    public FeedPosition? Position { get; } = position;

    public int Count { get; } = segments.Sum(segment => segment.Count);

    /// <summary>The time of the newest article, in seconds since 1970.</summary>
    public long Newest { get; } = segments.Count == 0 ? 0 : segments.Max(segment => segment.Segment.Values.Seconds[0]);

    /// <summary>The words that an article has on average in a field (body, title or lead), at least 1.</summary>
    public double AverageLength(Field field) => Math.Max(1,
        Segments.Sum(segment => segment.Segment.TotalLengths[(int)field]) / Math.Max(1, Segments.Sum(segment => segment.Segment.Count)));

    /// <summary>Null if no article has the id.</summary>
    public (LiveSegment Segment, int Article)? Find(long id)
    {
        foreach (var segment in Segments)
        {
            if (segment.Find(id) is >= 0 and var article)
                return (segment, article);
        }
        return null;
    }

    /// <summary>The values of a property that occur, those with most articles first, with the words of their names.</summary>
    public IReadOnlyList<NamedValue> Names(Facet facet) => _names.GetOrAdd(facet, FindNames);

    /// <summary>The index after a batch of changes.</summary>
    public Snapshot With(IReadOnlyCollection<long> gone, Segment? added, FeedPosition? position)
    {
        var kept = Segments.Select(segment => segment.Without(gone)).Where(segment => segment.Count > 0);
        return new Snapshot([.. kept, .. added is null ? (LiveSegment[])[] : [new(added)]], position);
    }

    private IReadOnlyList<NamedValue> FindNames(Facet facet) =>
    [
        .. Segments.SelectMany(segment => segment.Segment.Values.Facet(facet).Counted())
            .GroupBy(pair => pair.Value.Value, StringComparer.Ordinal)
            .OrderByDescending(same => same.Sum(pair => pair.Count)).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Last().Value)
            .Select(value => new NamedValue(value, [.. DutchAnalyzer.Analyze(value.Name).Select(token => token.Form)])),
    ];
}

/// <param name="Value">A value of a property.</param>
/// <param name="Words">The words of its name, folded.</param>
internal sealed record NamedValue(FacetValue Value, IReadOnlyList<string> Words);
