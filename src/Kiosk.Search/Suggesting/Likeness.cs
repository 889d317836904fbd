using Kiosk.Search.Analysis;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;
using Kiosk.Search.Ranking;

namespace Kiosk.Search.Suggesting;

/// <summary>Makes a question of an article: the words that tell it apart from all others, so that what answers it is like it.</summary>
internal static class Likeness
{
    private const int Words = 10;
    private const int WordsRead = 2_000;

    /// <summary>Measured over 4,500 pages: of the five articles that all words give, 96 in 100 are the same with so many.</summary>
    private const int WordsLookedUp = 64;

    private const int TitleWeight = 5;
    private const int ShortestWord = 3;

    /// <summary>This one and another.</summary>
    private const int FewestArticles = 2;

    /// <summary>Null if the article is not in the index.</summary>
    public static Query? Of(Snapshot snapshot, long id)
    {
        if (snapshot.Find(id) is not { } found)
            return null;
        var text = found.Segment.Segment.Text(found.Article);
        var all = snapshot.Segments.Sum(segment => (long)segment.Segment.Count);
        var counts = new Dictionary<string, (int Count, string Form)>(StringComparer.Ordinal);
        Count(text.Title, TitleWeight, counts);
        Count(text.Lead, 1, counts);
        Count(text.Body.Length > WordsRead * 8 ? text.Body[..(WordsRead * 8)] : text.Body, 1, counts);
        return Tree.And([.. Telling(snapshot, counts, all).Select(word => new TermQuery(word.Form, word.Key))]);
    }

    /// <summary>
    /// The words that weigh most, heaviest first. Looking up in how many articles a word stands is what costs, so those that the article repeats come first, among equals
    /// the long ones, which are mostly rare; and it ends once not even the rarest of what is left could weigh enough.
    /// </summary>
    private static List<(double Weight, string Key, string Form)> Telling(Snapshot snapshot, Dictionary<string, (int Count, string Form)> counts, long all)
    {
        var rarest = Bm25.Rarity(FewestArticles, all);
        var telling = new List<(double Weight, string Key, string Form)>(Words + 1);
        foreach (var (key, (count, form)) in counts.OrderByDescending(word => word.Value.Count).ThenByDescending(word => word.Key.Length).Take(WordsLookedUp))
        {
            var repeated = Bm25.Saturate(count);
            if (telling.Count == Words && telling[^1].Weight > repeated * rarest)
                break;
            var weight = repeated * Bm25.Rarity(InArticles(snapshot, key), all);
            var at = telling.FindLastIndex(word => word.Weight > weight || (word.Weight == weight && string.CompareOrdinal(word.Key, key) < 0)) + 1;
            telling.Insert(at, (weight, key, form));
            if (telling.Count > Words)
                telling.RemoveAt(Words);
        }
        return telling;
    }

    /// <summary>A word that stands nowhere else finds nothing.</summary>
    private static long InArticles(Snapshot snapshot, string key)
    {
        var count = snapshot.Segments.Sum(segment => (long)(segment.Segment.Terms.Find(key)?.Count ?? 0));
        return count < FewestArticles ? 0 : count;
    }

    private static void Count(string text, int weight, Dictionary<string, (int Count, string Form)> counts)
    {
        foreach (var token in DutchAnalyzer.Analyze(text))
        {
            if (!token.IsStopWord && !token.IsWhole && token.Text.Length >= ShortestWord && !char.IsDigit(token.Text[0]))
                counts[token.Text] = (counts.GetValueOrDefault(token.Text).Count + weight, token.Form);
        }
    }
}
