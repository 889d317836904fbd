using System.Runtime.InteropServices;

namespace Kiosk.Search.Indexing;

/// <summary>Writes several segments as one, without the articles that were taken out.</summary>
internal sealed class SegmentMerger
{
    private readonly IReadOnlyList<LiveSegment> _sources;
    private readonly PostingWindow[] _postings;

    /// <summary>For each source the new number of each article; -1 for those taken out.</summary>
    private readonly int[][] _numbers;
    private readonly List<(int Source, int Article)> _order;

    private SegmentMerger(IReadOnlyList<LiveSegment> sources)
    {
        _sources = sources;
        _postings = [.. sources.Select(source => source.Segment.Postings())];
        _order = [.. LiveArticles().Order(Comparer<(int Source, int Article)>.Create(CompareTime))];
        _numbers = [.. sources.Select(source => Enumerable.Repeat(-1, source.Segment.Count).ToArray())];
        for (var number = 0; number < _order.Count; number++)
            _numbers[_order[number].Source][_order[number].Article] = number;
    }

    /// <param name="path">The file to write.</param>
    /// <param name="sources">At least one live article among them.</param>
    /// <param name="cancellation">Stops between two terms; the file is then useless.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Write(string path, IReadOnlyList<LiveSegment> sources, CancellationToken cancellation) =>
        new SegmentMerger(sources).Write(path, cancellation);

    private void Write(string path, CancellationToken cancellation)
    {
        using var writer = new SegmentWriter(path);
        var values = new ValuesBuilder(_order.Count);
        foreach (var (source, article) in _order)
        {
            var segment = _sources[source].Segment;
            values.Copy(segment.Values, article);
            using var stored = segment.ReadStored(article);
            writer.AddStored(stored.Span);
        }
        WriteTerms(writer, cancellation);
        writer.Finish(values.ToValues());
    }

    private IEnumerable<(int Source, int Article)> LiveArticles()
    {
        for (var source = 0; source < _sources.Count; source++)
        {
            for (var article = 0; article < _sources[source].Segment.Count; article++)
            {
                if (_sources[source].IsLive(article))
                    yield return (source, article);
            }
        }
    }

    private int CompareTime((int Source, int Article) one, (int Source, int Article) other)
    {
        var (values, others) = (_sources[one.Source].Segment.Values, _sources[other.Source].Segment.Values);
        return TimeOrder.Compare(values.Seconds[one.Article], values.Ids[one.Article], others.Seconds[other.Article], others.Ids[other.Article]);
    }

    private void WriteTerms(SegmentWriter writer, CancellationToken cancellation)
    {
        var waiting = new PriorityQueue<(int Source, IEnumerator<TermEntry> Terms), string>(StringComparer.Ordinal);
        for (var source = 0; source < _sources.Count; source++)
            Enqueue(waiting, source, _sources[source].Segment.Terms.From("", "").GetEnumerator());
        var encoder = new PostingEncoder();
        var same = new List<(int Source, TermEntry Term)>();
        while (waiting.TryPeek(out _, out var key))
        {
            cancellation.ThrowIfCancellationRequested();
            same.Clear();
            while (waiting.TryPeek(out var next, out var nextKey) && nextKey == key)
            {
                waiting.Dequeue();
                same.Add((next.Source, next.Terms.Current));
                Enqueue(waiting, next.Source, next.Terms);
            }
            Merge(same, encoder);
            if (encoder.Count > 0)
                writer.AddTerm(key, encoder);
        }
    }

    private static void Enqueue(PriorityQueue<(int, IEnumerator<TermEntry>), string> waiting, int source, IEnumerator<TermEntry> terms)
    {
        if (terms.MoveNext())
            waiting.Enqueue((source, terms), terms.Current.Key);
    }

    /// <summary>The posting lists of one term woven into one by the new numbers.</summary>
    private void Merge(List<(int Source, TermEntry Term)> same, PostingEncoder encoder)
    {
        encoder.Start();
        var lists = new List<(int Number, int Source, PostingCursor Cursor)>(same.Count);
        try
        {
            foreach (var (source, term) in same)
            {
                var cursor = new PostingCursor(_postings[source].Read(term), term);
                lists.Add((NextLive(source, cursor), source, cursor));
            }
            while (Lowest(lists) is >= 0 and var at)
            {
                ref var list = ref CollectionsMarshal.AsSpan(lists)[at];
                encoder.Add(list.Number, list.Cursor.Frequencies, list.Cursor.Positions());
                list.Number = NextLive(list.Source, list.Cursor);
            }
        }
        finally
        {
            foreach (var (_, _, cursor) in lists)
                cursor.Dispose();
        }
    }

    private int NextLive(int source, PostingCursor cursor)
    {
        while (cursor.Next())
        {
            if (_numbers[source][cursor.Article] is >= 0 and var number)
                return number;
        }
        return int.MaxValue;
    }

    private static int Lowest(List<(int Number, int Source, PostingCursor Cursor)> lists)
    {
        var (lowest, number) = (-1, int.MaxValue);
        for (var at = 0; at < lists.Count; at++)
        {
            if (lists[at].Number < number)
                (lowest, number) = (at, lists[at].Number);
        }
        return lowest;
    }
}
