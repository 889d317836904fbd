using System.Runtime.InteropServices;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Indexing;

/// <summary>
/// Makes a segment of articles: lists where each term occurs, in the order of the articles, and then turns the list over by counting.
/// </summary>
internal sealed class SegmentBuilder
{
    /// <summary>Twice so many articles have their words in memory at once.</summary>
    private const int AnalysedAtOnce = 64;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The same for terms that bear a mark, by mark: found without putting the key together.</summary>
    private readonly Dictionary<char, Dictionary<string, int>> _marked = [];
    private readonly List<string> _keys = [];
    private readonly List<Occurrence> _occurrences = [];

    /// <param name="path">The file to write; it must not be in use.</param>
    /// <param name="articles">No id twice; at least one.</param>
    public static void Write(string path, IEnumerable<IndexedArticle> articles) => new SegmentBuilder().WriteAll(path, TimeOrder.Sort(articles));

    private void WriteAll(string path, List<IndexedArticle> articles)
    {
        using var writer = new SegmentWriter(path);
        var values = new ValuesBuilder(articles.Count);
        var stored = new ByteWriter();
        var number = 0;
        // Grown by doubling it would leave as much again behind, in pieces that only a full collection takes.
        _occurrences.EnsureCapacity(articles.Sum(ArticleTerms.Expected));
        foreach (var terms in Analysed(articles))
        {
            foreach (var occurrence in terms.Occurrences)
                _occurrences.Add(new Occurrence(Number(occurrence), number, occurrence.Slot, occurrence.Position));
            values.Add(terms.Article, terms.TitleWords, terms.LeadWords, terms.BodyWords);
            stored.Clear();
            StoredText.Write(stored, terms.Article);
            writer.AddStored(stored.Written);
            number++;
        }
        WriteTerms(writer);
        writer.Finish(values.ToValues());
    }

    /// <summary>In the order given; what comes next is analysed on all cores while the segment is filled with what came before.</summary>
    private static IEnumerable<ArticleTerms> Analysed(List<IndexedArticle> articles)
    {
        var ahead = Task.FromResult<ArticleTerms[]>([]);
        foreach (var chunk in articles.Chunk(AnalysedAtOnce))
        {
            var ready = ahead.GetAwaiter().GetResult();
            ahead = Task.Run(() => Analyse(chunk));
            foreach (var terms in ready)
                yield return terms;
        }
        foreach (var terms in ahead.GetAwaiter().GetResult())
            yield return terms;
    }

    private static ArticleTerms[] Analyse(IndexedArticle[] articles)
    {
        var terms = new ArticleTerms[articles.Length];
        Parallel.For(0, articles.Length, at => terms[at] = ArticleTerms.Of(articles[at]));
        return terms;
    }

    private int Number(TermPlace place)
    {
        if (place.Mark == '\0')
            return Number(place.Text);
        if (!_marked.TryGetValue(place.Mark, out var numbers))
            _marked[place.Mark] = numbers = new(StringComparer.Ordinal);
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, place.Text, out var isKnown);
        return isKnown ? number : number = Number(place.Key);
    }

    private int Number(string key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var isKnown);
        if (isKnown)
            return number;
        _keys.Add(key);
        return number = _keys.Count - 1;
    }

    private void WriteTerms(SegmentWriter writer)
    {
        var (starts, turned) = Turn();
        var order = Enumerable.Range(0, _keys.Count).ToArray();
        Array.Sort([.. _keys], order, StringComparer.Ordinal);
        var list = new PostingList();
        foreach (var term in order)
        {
            list.Encode(turned.AsSpan(starts[term], starts[term + 1] - starts[term]), TermKey.IsPlain(_keys[term]));
            writer.AddTerm(_keys[term], list.Encoder);
        }
    }

    /// <summary>The occurrences by term, each term's in the order in which they came (a counting sort).</summary>
    private (int[] Starts, Occurrence[] Turned) Turn()
    {
        var starts = new int[_keys.Count + 1];
        foreach (var occurrence in _occurrences)
            starts[occurrence.Term + 1]++;
        for (var term = 0; term < _keys.Count; term++)
            starts[term + 1] += starts[term];
        var next = (int[])starts.Clone();
        var turned = new Occurrence[_occurrences.Count];
        foreach (var occurrence in _occurrences)
            turned[next[occurrence.Term]++] = occurrence;
        return (starts, turned);
    }
}

/// <summary>A term at a place in an article.</summary>
internal readonly record struct Occurrence(int Term, int Article, Slot Slot, int Position);
