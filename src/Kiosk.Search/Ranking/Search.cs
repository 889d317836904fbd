using System.Numerics;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>
/// Finds, counts and ranks the articles that match a question, segment after segment. If few hold all of it, those that hold some of it follow; of a
/// question in a sentence they stand together.
/// </summary>
internal sealed class Search
{
    /// <summary>Whole matches fewer than this are followed by partial ones.</summary>
    private const int Few = 10;

    /// <summary>Partial matches are sought among articles with the rarest words, about this many.</summary>
    private const int PartialScope = 10_000;

    /// <summary>A partial match holds at least this part of the question's weight.</summary>
    private const double LeastCoverage = 0.15;

    private readonly Plan _plan;
    private readonly SearchOrder _order;
    private readonly FacetSelection _selection;
    private readonly FacetCounter? _facets;
    private readonly long? _except;
    private readonly long _exceptStory;

    private readonly Closeness _closeness;
    private readonly StoryHits _whole;
    private readonly StoryHits _partial;

    /// <summary>Both together, if they are one list; else null.</summary>
    private readonly StoryHits? _together;

    public Search(Plan plan, SearchRequest request, bool isSentence, int size)
    {
        (_plan, _except) = (plan, request.Except);
        _exceptStory = _except is { } id && plan.Snapshot.Find(id) is { } found ? found.Segment.Segment.Values.Stories[found.Article] : Values.NoStory;
        _order = plan.Wanted.Count == 0 ? SearchOrder.Newest : request.Order;
        _selection = new FacetSelection(request);
        _facets = request.WithFacets ? new FacetCounter(_selection) : null;
        _closeness = new Closeness(plan);
        var kept = Math.Max(size, Closeness.Window);
        (_whole, _partial) = (new StoryHits(kept), new StoryHits(kept));
        _together = isSentence && _order == SearchOrder.Relevance && plan.Wanted.Count > 1 ? new StoryHits(kept) : null;
        Run();
    }

    public int Whole => _whole.Count;

    public int Total => _together?.Count ?? _whole.Count + _partial.Count;

    public bool IsOneList => _together is not null;

    public IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> Facets => _facets?.ToCounts() ?? new Dictionary<Facet, IReadOnlyList<FacetCount>>();

    /// <summary>The best: whole matches before partial ones, or both together.</summary>
    public IEnumerable<Hit> BestFirst() => _together is not null ? InOrder(_together) : InOrder(_whole).Concat(InOrder(_partial));

    /// <summary>How many more articles of the story of a hit were found.</summary>
    public int Siblings(Hit hit) => (_together ?? (hit.IsPartial ? _partial : _whole)).Siblings(hit.Story);

    private IEnumerable<Hit> InOrder(StoryHits hits) => _order == SearchOrder.Newest ? hits.Top.BestFirst() : _closeness.Order(hits.Top);

    private void Run()
    {
        if (_together is not null)
            Run(_together);
        else
        {
            Run(_whole);
            if (_whole.Count < Few && _plan.Wanted.Count > 1)
                Run(_partial);
        }
    }

    private void Run(StoryHits hits)
    {
        for (var segment = 0; segment < _plan.Snapshot.Segments.Count; segment++)
            Run(segment, hits);
    }

    private void Run(int number, StoryHits hits)
    {
        var segment = _plan.Snapshot.Segments[number].Segment;
        using var workspace = new Workspace(segment.Count);
        var matcher = _plan.Matcher(number, workspace);
        var (frequencies, concepts) = MatchConcepts(matcher, workspace);
        var all = matcher.Everything();
        foreach (var concept in concepts)
            BitSet.Keep(Used(all), concept);
        var matches = hits == _whole ? all : Some(concepts, all, matcher, workspace);
        Restrict(Used(matches), matcher);
        Except(matches, segment);
        if (hits != _whole)
            KeepCovered(Used(matches), frequencies, new Scoring(_plan, segment));
        Select(matches, segment, workspace);
        Collect(number, Used(matches), all, frequencies, hits);

        Span<ulong> Used(ulong[] bits) => bits.AsSpan(0, workspace.Words);
    }

    private (float[][] Frequencies, ulong[][] Concepts) MatchConcepts(Matcher matcher, Workspace workspace)
    {
        var frequencies = _plan.Wanted.Select(_ => workspace.Frequencies()).ToArray();
        return (frequencies, [.. _plan.Wanted.Select((query, concept) => matcher.Match(query, frequencies[concept]))]);
    }

    /// <summary>
    /// Articles that hold at least one of the rarest words; all words count in the score. The common words alone would bring half the archive. Without
    /// those that hold all, unless they are one list.
    /// </summary>
    private ulong[] Some(ulong[][] concepts, ulong[] all, Matcher matcher, Workspace workspace)
    {
        var some = workspace.Bits().AsSpan(0, workspace.Words);
        foreach (var concept in Rarest())
            BitSet.Add(some, concepts[concept]);
        if (_together is null)
            BitSet.Remove(some, all);
        else
            BitSet.Add(some, all.AsSpan(0, workspace.Words));
        var matches = matcher.Everything();
        BitSet.Keep(matches.AsSpan(0, workspace.Words), some);
        return matches;
    }

    private IEnumerable<int> Rarest()
    {
        var sum = 0L;
        foreach (var (frequency, concept) in _plan.Frequencies.Select((frequency, concept) => (frequency, concept)).Order())
        {
            if (sum > 0 && sum + frequency > PartialScope)
                yield break;
            sum += frequency;
            yield return concept;
        }
    }

    private void Restrict(Span<ulong> matches, Matcher matcher)
    {
        foreach (var restriction in _plan.Restrictions)
            BitSet.Keep(matches, matcher.Match(restriction, null));
        foreach (var unwanted in _plan.Unwanted)
            BitSet.Remove(matches, matcher.Match(unwanted, null));
    }

    private void Except(ulong[] matches, Segment segment)
    {
        if (_except is { } id && segment.Find(id) is >= 0 and var article)
            matches[article >> 6] &= ~(1UL << (article & 63));
        if (_exceptStory == Values.NoStory)
            return;
        for (var other = 0; other < segment.Count; other++)
        {
            if (segment.Values.Stories[other] == _exceptStory)
                matches[other >> 6] &= ~(1UL << (other & 63));
        }
    }

    private static void KeepCovered(Span<ulong> matches, float[][] frequencies, Scoring scoring)
    {
        for (var word = 0; word < matches.Length; word++)
        {
            for (var rest = matches[word]; rest != 0; rest &= rest - 1)
            {
                if (scoring.Coverage(frequencies, (word << 6) + BitOperations.TrailingZeroCount(rest)) < LeastCoverage)
                    matches[word] &= ~(rest & (0 - rest));
            }
        }
    }

    /// <summary>Counts by property, each without its own choice, and then keeps what was chosen.</summary>
    private void Select(ulong[] matches, Segment segment, Workspace workspace)
    {
        var chosen = _selection.Facets.ToDictionary(facet => facet, facet => _selection.Match(facet, segment, workspace));
        if (_facets is not null)
        {
            foreach (var facet in chosen.Keys)
            {
                var others = workspace.Bits().AsSpan(0, workspace.Words);
                matches.AsSpan(0, workspace.Words).CopyTo(others);
                foreach (var (_, bits) in chosen.Where(pair => pair.Key != facet))
                    BitSet.Keep(others, bits);
                _facets.Count(facet, segment, others);
            }
        }
        foreach (var bits in chosen.Values)
            BitSet.Keep(matches.AsSpan(0, workspace.Words), bits);
        if (_facets is null)
            return;
        foreach (var facet in Enum.GetValues<Facet>().Where(facet => !chosen.ContainsKey(facet)))
            _facets.Count(facet, segment, matches.AsSpan(0, workspace.Words));
    }

    /// <summary>Every match is counted; only those that may be among the best are ranked.</summary>
    private void Collect(int number, ReadOnlySpan<ulong> matches, ulong[] all, float[][] frequencies, StoryHits hits)
    {
        var values = _plan.Snapshot.Segments[number].Segment.Values;
        var ranked = new Collector(_order == SearchOrder.Newest ? null : new Scoring(_plan, _plan.Snapshot.Segments[number].Segment), hits.Top, values, number, frequencies);
        for (var word = 0; word < matches.Length; word++)
        {
            for (var rest = matches[word]; rest != 0; rest &= rest - 1)
            {
                var article = (word << 6) + BitOperations.TrailingZeroCount(rest);
                var isPartial = !BitSet.Has(all, article);
                if (Count(values.Stories[article], isPartial, hits))
                    ranked.Offer(article, isPartial);
            }
        }
    }

    /// <summary>False if the article's story is among the whole matches already.</summary>
    private bool Count(long story, bool isPartial, StoryHits hits)
    {
        if (hits == _partial && _whole.Has(story))
            return false;
        hits.Add(story);
        if (hits == _together && !isPartial)
            _whole.Add(story);
        return true;
    }
}
