using System.Numerics;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>
/// Finds, counts and ranks the articles that match a question, segment after segment. If few hold all of it, those that hold some of it follow.
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

    public Search(Plan plan, SearchRequest request, int size)
    {
        (_plan, _except) = (plan, request.Except);
        _exceptStory = _except is { } id && plan.Snapshot.Find(id) is { } found ? found.Segment.Segment.Values.Stories[found.Article] : Values.NoStory;
        _order = plan.Wanted.Count == 0 ? SearchOrder.Newest : request.Order;
        _selection = new FacetSelection(request);
        _facets = request.WithFacets ? new FacetCounter(_selection) : null;
        (Whole, Partial) = (new StoryHits(size), new StoryHits(size));
        Run();
    }

    public StoryHits Whole { get; }

    public StoryHits Partial { get; }

    public IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> Facets => _facets?.ToCounts() ?? new Dictionary<Facet, IReadOnlyList<FacetCount>>();

    private void Run()
    {
        for (var segment = 0; segment < _plan.Snapshot.Segments.Count; segment++)
            Run(segment, wantAll: true);
        if (Whole.Count >= Few || _plan.Wanted.Count < 2)
            return;
        for (var segment = 0; segment < _plan.Snapshot.Segments.Count; segment++)
            Run(segment, wantAll: false);
    }

    private void Run(int number, bool wantAll)
    {
        var segment = _plan.Snapshot.Segments[number].Segment;
        using var workspace = new Workspace(segment.Count);
        var matcher = _plan.Matcher(number, workspace);
        var (frequencies, concepts) = MatchConcepts(matcher, workspace);
        var all = matcher.Everything();
        foreach (var concept in concepts)
            BitSet.Keep(Used(all), concept);
        var matches = wantAll ? all : Some(concepts, all, matcher, workspace);
        Restrict(Used(matches), matcher);
        Except(matches, segment);
        if (!wantAll)
            KeepCovered(Used(matches), frequencies, new Scoring(_plan, segment));
        Select(matches, segment, workspace);
        Collect(number, Used(matches), frequencies, wantAll ? Whole : Partial);

        Span<ulong> Used(ulong[] bits) => bits.AsSpan(0, workspace.Words);
    }

    private (float[][] Frequencies, ulong[][] Concepts) MatchConcepts(Matcher matcher, Workspace workspace)
    {
        var frequencies = _plan.Wanted.Select(_ => workspace.Frequencies()).ToArray();
        return (frequencies, [.. _plan.Wanted.Select((query, concept) => matcher.Match(query, frequencies[concept]))]);
    }

    /// <summary>
    /// Articles that hold at least one of the rarest words, but not all words; all words count in the score. The common words alone would bring half
    /// the archive.
    /// </summary>
    private ulong[] Some(ulong[][] concepts, ulong[] all, Matcher matcher, Workspace workspace)
    {
        var some = workspace.Bits().AsSpan(0, workspace.Words);
        foreach (var concept in Rarest())
            BitSet.Add(some, concepts[concept]);
        BitSet.Remove(some, all);
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
    private void Collect(int number, ReadOnlySpan<ulong> matches, float[][] frequencies, StoryHits hits)
    {
        var values = _plan.Snapshot.Segments[number].Segment.Values;
        var ranked = new Collector(_order == SearchOrder.Newest ? null : new Scoring(_plan, _plan.Snapshot.Segments[number].Segment), hits.Top, values, number, frequencies);
        var alone = 0;
        for (var word = 0; word < matches.Length; word++)
        {
            for (var rest = matches[word]; rest != 0; rest &= rest - 1)
            {
                var article = (word << 6) + BitOperations.TrailingZeroCount(rest);
                var story = values.Stories[article];
                if (story == Values.NoStory)
                    alone++;
                else if (hits == Whole || !Whole.Has(story))
                    hits.CountInStory(story);
                else
                    continue;
                ranked.Offer(article);
            }
        }
        hits.CountAlone(alone);
    }
}
