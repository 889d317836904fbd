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
    private const int TitleWeight = 5;
    private const int ShortestWord = 3;

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
        var telling = counts
            .Select(pair => (pair.Key, pair.Value.Form, Weight: Bm25.Saturate(pair.Value.Count) * Bm25.Rarity(InArticles(snapshot, pair.Key), all)))
            .OrderByDescending(word => word.Weight).ThenBy(word => word.Key, StringComparer.Ordinal).Take(Words);
        return Tree.And([.. telling.Select(word => new TermQuery(word.Form, word.Key))]);
    }

    /// <summary>A word that stands nowhere else finds nothing.</summary>
    private static long InArticles(Snapshot snapshot, string key)
    {
        var count = snapshot.Segments.Sum(segment => (long)(segment.Segment.Terms.Find(key)?.Count ?? 0));
        return count < 2 ? 0 : count;
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
