using System.Globalization;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>Writes down how the score of one article for one question comes about, with the same numbers that ranked it.</summary>
internal sealed class Explainer
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private readonly Plan _plan;
    private readonly Segment _segment;
    private readonly int _article;
    private readonly Scoring _scoring;
    private readonly SegmentTerms _terms;

    private Explainer(Plan plan, Segment segment, int article)
    {
        (_plan, _segment, _article) = (plan, segment, article);
        (_scoring, _terms) = (new Scoring(plan, segment), new SegmentTerms(segment));
    }

    /// <summary>Null if the article is not in the index.</summary>
    public static Explanation? Of(Snapshot snapshot, Query query, long id)
    {
        if (snapshot.Find(id) is not { } found)
            return null;
        var plan = new Plan(snapshot, query);
        return new Explainer(plan, found.Segment.Segment, found.Article).Explain(snapshot.Segments.ToList().IndexOf(found.Segment));
    }

    private Explanation Explain(int number)
    {
        using var workspace = new Workspace(_segment.Count);
        var matcher = _plan.Matcher(number, workspace);
        var frequencies = _plan.Wanted.Select(_ => workspace.Frequencies()).ToArray();
        var holds = _plan.Wanted.Select((query, concept) => BitSet.Has(matcher.Match(query, frequencies[concept]), _article)).ToArray();
        var excluded = _plan.Restrictions.Where(query => !BitSet.Has(matcher.Match(query, null), _article))
            .Concat(_plan.Unwanted.Where(query => BitSet.Has(matcher.Match(query, null), _article)).Select(Tree.Not)).ToList();
        var factors = new List<Explanation> { Words(frequencies), Newness() };
        if (new Closeness(_plan).FactorsOf(number, [_article]) is [not 1 and var near])
            factors.Add(new(string.Create(Dutch, $"nabijheid: woorden van de vraag staan dicht bij elkaar (telt bij de beste {Closeness.Window})"), near, []));
        if (_scoring.EditorsFactor(_article) is not 1 and var editors)
            factors.Add(new("keuze van de redactie, of vervangen door iets nieuwers", editors, []));
        var title = _segment.Text(_article).Title;
        var state = excluded.Count > 0 ? $"; wordt niet gevonden door {string.Join(" en ", excluded)}" : Array.TrueForAll(holds, hold => hold) ? "" : "; niet alles staat erin";
        return new($"‘{title}’: product van{state}", factors.Aggregate(1.0, (product, factor) => product * factor.Value), factors);
    }

    private Explanation Words(float[][] frequencies)
    {
        var parts = _plan.Wanted.Select((query, concept) =>
        {
            var frequency = frequencies[concept][_article];
            var text = string.Create(Dutch, $"‘{query}’ in {_plan.Frequencies[concept]:N0} stukken (zeldzaamheid {_plan.Weights[concept]:0.00}), hier gewogen {frequency:0.00} keer");
            return new Explanation(text, _scoring.Share(_scoring.Part(concept, frequency)), [.. Leaves(query, 1)]);
        });
        return new("woorden (BM25F, afgerond op hele procenten van het hoogst mogelijke): som van", _scoring.Relevance(frequencies, _article), [.. parts]);
    }

    private Explanation Newness()
    {
        var days = Recency.Age(_plan.Snapshot.Newest, _segment.Values.Seconds[_article]);
        return new(string.Create(Dutch, $"nieuwheid: {days:N0} dagen ouder dan het nieuwste stuk"), _scoring.RecencyOf(_article), []);
    }

    /// <summary>The single words in a part of the question that stand in the article, with how often in which field.</summary>
    private IEnumerable<Explanation> Leaves(Query query, double weight) => query switch
    {
        TermQuery term => Leaf(term.Form, term.Text, weight).Concat(Leaf(term.Form, TermKey.Part(term.Text), weight)),
        PhraseQuery phrase => phrase.Words.SelectMany(word => Leaves(word, weight)),
        WeightedQuery weighted => Leaves(weighted.Part, weight * weighted.Weight),
        TitleQuery title => Leaves(title.Part, weight),
        AndQuery and => and.Parts.SelectMany(part => Leaves(part, weight)),
        OrQuery or => or.Parts.SelectMany(part => Leaves(part, weight)),
        PrefixQuery prefix => _terms.WithPrefix(prefix.Start).Where(term => term.IsPlain).SelectMany(term => Leaf(term.Key, term.Key, weight)),
        _ => [],
    };

    private IEnumerable<Explanation> Leaf(string shown, string key, double weight)
    {
        if (_terms.Find(key) is not { } term)
            yield break;
        using var cursor = new PostingCursor(_segment, term);
        if (!cursor.Advance(_article) || cursor.Article != _article)
            yield break;
        var counts = TermFrequencies.Read(cursor.Frequencies);
        var (frequency, places) = (0.0, new List<string>());
        foreach (var field in Enum.GetValues<Field>().Where(field => counts[(int)field] > 0))
        {
            frequency += weight * counts[(int)field] * _plan.Bm25.Factor(_segment.Values, field, _article);
            places.Add($"{counts[(int)field]} keer in {NameOf(field)}");
        }
        yield return new($"‘{shown}’ {string.Join(", ", places)}; gewogen", frequency, []);
    }

    private static string NameOf(Field field) => field switch
    {
        Field.Title => "de titel",
        Field.Lead => "de inleiding",
        Field.Body => "de tekst",
        Field.Topics => "de onderwerpen",
        _ => "langere woorden",
    };
}
