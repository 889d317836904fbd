using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>A question taken apart: what is wanted and counts in the score, what only restricts, and what is unwanted.</summary>
internal sealed class Plan
{
    private readonly IReadOnlyList<SegmentTerms> _terms;
    private readonly long _articles;

    public Plan(Snapshot snapshot, Query query)
    {
        Snapshot = snapshot;
        Bm25 = new Bm25(snapshot);
        _terms = [.. snapshot.Segments.Select(segment => new SegmentTerms(segment.Segment))];
        _articles = snapshot.Segments.Sum(segment => (long)segment.Segment.Count);
        var parts = query is AndQuery and ? and.Parts : [query];
        Unwanted = [.. parts.OfType<NotQuery>().Select(not => not.Part)];
        Restrictions = [.. parts.Where(part => part is not NotQuery && IsRestriction(part))];
        Wanted = [.. parts.Where(part => part is not (NotQuery or AllQuery) && !IsRestriction(part))];
        Frequencies = [.. Wanted.Select(FrequencyOf)];
        Weights = [.. Frequencies.Select(frequency => Bm25.Rarity(frequency, _articles))];
    }

    public Snapshot Snapshot { get; }

    public Bm25 Bm25 { get; }

    /// <summary>The concepts: what stands side by side in the question and all matters.</summary>
    public IReadOnlyList<Query> Wanted { get; }

    public IReadOnlyList<Query> Restrictions { get; }

    public IReadOnlyList<Query> Unwanted { get; }

    /// <summary>In how many articles each concept stands: exact for a word, an upper bound for the rest.</summary>
    public long[] Frequencies { get; }

    /// <summary>How much each concept tells; 0 for what stands nowhere and so tells articles apart nowhere.</summary>
    public double[] Weights { get; }

    public bool PrefixWasCut => _terms.Any(terms => terms.PrefixWasCut);

    public Matcher Matcher(int segment, Workspace workspace) => new(Snapshot.Segments[segment], _terms[segment], workspace, Bm25);

    public SegmentTerms Terms(int segment) => _terms[segment];

    /// <summary>Properties, periods and authors narrow down, but make no article better than another.</summary>
    private static bool IsRestriction(Query query) => query switch
    {
        PropertyQuery or PeriodQuery or ValidQuery or AuthorQuery => true,
        NotQuery not => IsRestriction(not.Part),
        AndQuery and => and.Parts.All(IsRestriction),
        OrQuery or => or.Parts.All(IsRestriction),
        _ => false,
    };

    private long FrequencyOf(Query query) => query switch
    {
        TermQuery term => FrequencyOf(term.Text) is > 0 and var frequency ? frequency : FrequencyOf(TermKey.Part(term.Text)),
        PhraseQuery phrase => phrase.Words.Min(FrequencyOf),
        PrefixQuery prefix => AtMostAll(_terms.Sum(terms => terms.WithPrefix(prefix.Start).Sum(term => (long)term.Count))),
        TitleQuery title => FrequencyOf(title.Part),
        WeightedQuery weighted => AtMostAll((long)(FrequencyOf(weighted.Part) * weighted.Weight)),
        AndQuery and => and.Parts.Min(FrequencyOf),
        OrQuery or => AtMostAll(or.Parts.Sum(FrequencyOf)),
        _ => _articles,
    };

    private long FrequencyOf(string key) => _terms.Sum(terms => (long)(terms.Find(key)?.Count ?? 0));

    private long AtMostAll(long count) => Math.Min(count, _articles);
}
