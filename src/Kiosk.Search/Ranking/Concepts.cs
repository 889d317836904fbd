using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>A question taken apart: what is wanted, how rare each of that is, and what is unwanted.</summary>
internal sealed class Concepts
{
    private readonly Connection _connection;

    public Concepts(Connection connection, Query query)
    {
        _connection = connection;
        var parts = query is AndQuery and ? and.Parts : [query];
        Wanted = [.. parts.Where(part => part is not (NotQuery or AllQuery))];
        Unwanted = [.. parts.OfType<NotQuery>().Select(not => not.Part)];
        Articles = Meta.Count(connection);
        Frequencies = [.. Wanted.Select(FrequencyOf)];
        Weights = [.. Frequencies.Select(Weight)];
    }

    public IReadOnlyList<Query> Wanted { get; }

    public IReadOnlyList<Query> Unwanted { get; }

    /// <summary>Articles in the index.</summary>
    public int Articles { get; }

    /// <summary>In how many articles each wanted part stands: exact for a word, an upper bound for the rest.</summary>
    public int[] Frequencies { get; }

    /// <summary>The inverse document frequency of each wanted part, as in BM25; 0 for what stands nowhere and so tells articles apart nowhere.</summary>
    public double[] Weights { get; }

    private double Weight(int frequency) => frequency == 0 ? 0 : Math.Log(1 + ((Articles - frequency + 0.5) / (frequency + 0.5)));

    private int FrequencyOf(Query query) => query switch
    {
        TermQuery term => (int)(_connection.Number("select articles from term where text = ?1", term.Text) ?? 0),
        PhraseQuery phrase => phrase.Words.Min(FrequencyOf),
        PrefixQuery prefix => AtMostAll(_connection.Number(
            "select sum(articles) from term where text >= ?1 and text < ?2", prefix.Start, prefix.Start + char.MaxValue) ?? 0),
        AndQuery and => and.Parts.Min(FrequencyOf),
        OrQuery or => AtMostAll(or.Parts.Sum(part => (long)FrequencyOf(part))),
        _ => Articles,
    };

    private int AtMostAll(long count) => (int)Math.Min(count, Articles);
}
