using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>
/// Prefers articles in which neighbours in the question stand near each other (after Rasolofo and Savoy, "Term Proximity Scoring for Keyword-Based
/// Retrieval Systems", 2003, with the smallest distance of each pair). Places of words are read for the best few alone: what the words themselves do not bring that
/// far, closeness should not.
/// </summary>
internal sealed class Closeness
{
    /// <summary>So many of the best are looked at.</summary>
    public const int Window = 50;

    /// <summary>What an article gains in which all neighbours stand side by side.</summary>
    private const double Most = 0.1;

    /// <summary>Words farther apart than this have nothing to do with each other.</summary>
    private const int Farthest = 30;

    private const double Steps = 100;

    private readonly Plan _plan;
    private readonly string[][] _terms;
    private readonly double[] _pairs;

    public Closeness(Plan plan)
    {
        _plan = plan;
        _terms = [.. plan.Wanted.Select(query => TermsOf(query).Distinct(StringComparer.Ordinal).ToArray())];
        _pairs = [.. Enumerable.Range(0, Math.Max(0, _terms.Length - 1)).Select(first => Math.Min(plan.Weights[first], plan.Weights[first + 1]))];
    }

    private bool Counts => !LeftOut.Closeness && _pairs.Sum() > 0;

    /// <summary>The hits, of which the first <see cref="Window"/> in an order of their own; scores only rise, so none comes to stand below one after it.</summary>
    public IEnumerable<Hit> Order(TopHits top)
    {
        var hits = top.BestFirst().ToList();
        if (!Counts)
            return hits;
        var near = hits.Take(Window).GroupBy(hit => hit.Segment).SelectMany(Raise).ToList();
        near.Sort(Hit.Compare);
        return near.Concat(hits.Skip(Window));
    }

    /// <summary>By what the score of each article is multiplied, 1 to 1.1, in whole percents.</summary>
    /// <param name="segment">The number of their segment.</param>
    /// <param name="articles">Ascending.</param>
    public double[] FactorsOf(int segment, IReadOnlyList<int> articles)
    {
        var factors = new double[articles.Count];
        Array.Fill(factors, 1);
        if (!Counts)
            return factors;
        using var places = new ConceptPlaces(_plan.Snapshot.Segments[segment].Segment, _plan.Terms(segment), _terms);
        for (var at = 0; at < articles.Count; at++)
            factors[at] = FactorOf(places.Of(articles[at]));
        return factors;
    }

    private IEnumerable<Hit> Raise(IGrouping<int, Hit> hits)
    {
        var ascending = hits.OrderBy(hit => hit.Article).ToList();
        var factors = FactorsOf(hits.Key, [.. ascending.Select(hit => hit.Article)]);
        return ascending.Select((hit, at) => hit with { Score = hit.Score * factors[at] });
    }

    private double FactorOf(List<int>[] places)
    {
        var near = 0.0;
        for (var first = 0; first < _pairs.Length; first++)
        {
            if (SmallestDistance(places[first], places[first + 1]) is var distance and <= Farthest)
                near += _pairs[first] / distance;
        }
        return 1 + (Math.Round(Most * near / _pairs.Sum() * Steps) / Steps);
    }

    /// <summary>In words, within one field, at least 1; very large if there is none. Both lists ascend.</summary>
    private static int SmallestDistance(List<int> one, List<int> other)
    {
        var smallest = int.MaxValue;
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            if (one[i] % PostingList.FieldStep == other[j] % PostingList.FieldStep)
                smallest = Math.Min(smallest, Math.Abs(one[i] - other[j]) / PostingList.FieldStep);
            if (one[i] < other[j])
                i++;
            else
                j++;
        }
        return Math.Max(1, smallest);
    }

    /// <summary>The running words that a part of a question is found by; words of a prefix are too many.</summary>
    private static IEnumerable<string> TermsOf(Query query) => query switch
    {
        TermQuery term => [term.Text],
        PhraseQuery phrase => phrase.Words.Where(word => !word.IsStopWord).Select(word => word.Text),
        WeightedQuery weighted => TermsOf(weighted.Part),
        TitleQuery title => TermsOf(title.Part),
        AndQuery and => and.Parts.SelectMany(TermsOf),
        OrQuery or => or.Parts.SelectMany(TermsOf),
        _ => [],
    };
}
