using System.Globalization;
using Kiosk.Search.Analysis;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Suggesting;

/// <summary>
/// Completes what is being typed: the last word is a beginning, the words before it are whole. Looks at words of titles only, so that what
/// is offered is how people write, and at the largest segments only, so that it takes no time.
/// </summary>
internal sealed class Suggester(Snapshot snapshot)
{
    private const int ShortestStart = 2;
    private const int MostOfAKind = 3;
    private const int MostWords = 5;
    private const int MostSegments = 4;
    private const int MostEntries = 50_000;
    private const int MostASegment = 64;
    private const int MostTitlesRead = 40;

    public List<Suggestion> For(string text)
    {
        var words = DutchAnalyzer.Analyze(text).Where(token => !token.IsWhole).DistinctBy(token => token.Position).ToList();
        if (words.Count == 0 || words[^1].Form.Length < ShortestStart || char.IsWhiteSpace(text[^1]))
            return [];
        var (start, head) = (words[^1].Form, text[..words[^1].Start]);
        var keys = Keys(start);
        var completed = keys.Take(MostWords).Select(key => new Suggestion(SuggestionKind.Word, head + key.Form, head + key.Form));
        return [.. Names(Facet.Topic, SuggestionKind.Topic, words), .. Names(Facet.Source, SuggestionKind.Source, words), .. completed, .. Titles(words, keys)];
    }

    /// <summary>The words of titles that start so, those in most titles first.</summary>
    private List<(string Form, int Count)> Keys(string start)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var key = TermKey.TitleForm(start);
        foreach (var segment in Largest())
        {
            foreach (var (term, count) in segment.Segment.Terms.MostCommon(key, MostASegment, MostEntries))
                counts[term[1..]] = counts.GetValueOrDefault(term[1..]) + count;
        }
        return [.. counts.Where(pair => !StopWords.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    private IEnumerable<LiveSegment> Largest() => snapshot.Segments.OrderByDescending(segment => segment.Count).Take(MostSegments);

    private IEnumerable<Suggestion> Names(Facet facet, SuggestionKind kind, List<Token> words) => snapshot.Names(facet)
        .Where(name => Holds(name.Words, words))
        .Take(MostOfAKind)
        .Select(name => new Suggestion(kind, name.Value.Name, name.Value.Value));

    private static bool Holds(IReadOnlyList<string> forms, List<Token> words) =>
        words.Take(words.Count - 1).All(word => forms.Contains(word.Form)) && forms.Any(form => form.StartsWith(words[^1].Form, StringComparison.Ordinal));

    /// <summary>The newest articles with these words in their titles.</summary>
    private IEnumerable<Suggestion> Titles(List<Token> words, List<(string Form, int Count)> keys)
    {
        var wanted = words.Take(words.Count - 1).Select(word => word.Form).ToList();
        var rarest = wanted.Count == 0 ? keys.Take(MostWords).Select(key => key.Form) : wanted.OrderByDescending(form => form.Length).Take(1);
        return Newest([.. rarest])
            .Take(MostTitlesRead)
            .Select(found => (Id: found.Segment.Values.Ids[found.Article], Title: found.Segment.Title(found.Article)))
            .Where(found => Holds([.. DutchAnalyzer.Analyze(found.Title).Select(token => token.Form)], words))
            .Take(MostOfAKind)
            .Select(found => new Suggestion(SuggestionKind.Title, found.Title, found.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private IEnumerable<(Segment Segment, int Article)> Newest(List<string> forms) => Largest()
        .SelectMany(live => forms.SelectMany(form => First(live, form)).Distinct().Order().Take(MostTitlesRead).Select(article => (live.Segment, article)))
        .OrderByDescending(found => found.Segment.Values.Seconds[found.article]);

    private static List<int> First(LiveSegment live, string form)
    {
        var articles = new List<int>();
        if (live.Segment.Terms.Find(TermKey.TitleForm(form)) is not { } term)
            return articles;
        using var cursor = new PostingCursor(live.Segment, term);
        while (articles.Count < MostTitlesRead && cursor.Next())
        {
            if (live.IsLive(cursor.Article))
                articles.Add(cursor.Article);
        }
        return articles;
    }
}
