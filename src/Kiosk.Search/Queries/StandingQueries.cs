using Kiosk.Search.Indexing;

namespace Kiosk.Search.Queries;

/// <summary>
/// Many questions that wait for articles: source filters, topic rules, saved searches. Each is filed under terms of which an article must
/// have at least one to match, so that for an article only a few are looked at. Immutable; safe for many threads.
/// </summary>
public sealed class StandingQueries
{
    private readonly List<(long Id, Query Query)> _queries = [];
    private readonly Dictionary<string, List<int>> _byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byPrefix = new(StringComparer.Ordinal);
    private readonly List<int> _always = [];
    private readonly int[] _prefixLengths;

    /// <param name="queries">With the number by which each is known.</param>
    public StandingQueries(IEnumerable<KeyValuePair<long, Query>> queries)
    {
        foreach (var (id, query) in queries)
            File(id, query);
        _prefixLengths = [.. _byPrefix.Keys.Select(start => start.Length).Distinct()];
    }

    public int Count => _queries.Count;

    /// <summary>The numbers of the questions that the article matches, in the order in which they were given.</summary>
    public IReadOnlyList<long> Matching(IndexedArticle article) => Matching(ArticleTerms.Of(article));

    /// <inheritdoc cref="Matching(IndexedArticle)"/>
    public IReadOnlyList<long> Matching(ArticleTerms article)
    {
        var candidates = new SortedSet<int>(_always);
        var prefixes = _byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var key in article.Keys.Concat(PropertyKeys(article)))
        {
            if (_byTerm.TryGetValue(key, out var found))
                candidates.UnionWith(found);
            foreach (var length in _prefixLengths)
            {
                if (key.Length >= length && prefixes.TryGetValue(key.AsSpan(0, length), out found))
                    candidates.UnionWith(found);
            }
        }
        return [.. candidates.Where(candidate => _queries[candidate].Query.Matches(article)).Select(candidate => _queries[candidate].Id)];
    }

    private static IEnumerable<string> PropertyKeys(ArticleTerms article) => Enum.GetValues<Facet>()
        .SelectMany(facet => article.PropertyWords(facet).SelectMany(words => words).Select(word => PropertyKey(facet, word)));

    /// <summary>Starts with a sign that no term starts with.</summary>
    private static string PropertyKey(Facet facet, string word) => $"\u0006{(int)facet}{word}";

    private void File(long id, Query query)
    {
        var number = _queries.Count;
        _queries.Add((id, query));
        if (Cover(query) is not { } cover)
        {
            _always.Add(number);
            return;
        }
        foreach (var (key, isPrefix) in cover)
        {
            var files = isPrefix ? _byPrefix : _byTerm;
            if (!files.TryGetValue(key, out var file))
                files[key] = file = [];
            file.Add(number);
        }
    }

    /// <summary>Keys of which a matching article has at least one; null if there are none such.</summary>
    private static IReadOnlyList<(string Key, bool IsPrefix)>? Cover(Query query) => query switch
    {
        TermQuery term => [(term.Text, false), (TermKey.Part(term.Text), false)],
        PhraseQuery phrase => [(phrase.Words.MaxBy(word => word.IsStopWord ? 0 : word.Text.Length)!.Text, false)],
        PrefixQuery prefix => [(prefix.Start, true), (TermKey.Form(prefix.Start), true), (TermKey.TopicForm(prefix.Start), true)],
        TitleQuery { Part: PrefixQuery prefix } => [(TermKey.TitleForm(prefix.Start), true)],
        TitleQuery title => Cover(title.Part),
        AuthorQuery author => [(TermKey.Author(author.Words[0].Text), false)],
        PropertyQuery property => [(PropertyKey(property.Facet, property.Terms.MaxBy(word => word.Length)!), false)],
        WeightedQuery weighted => Cover(weighted.Part),
        AndQuery and => and.Parts.Select(Cover).OfType<IReadOnlyList<(string Key, bool IsPrefix)>>().MinBy(Breadth),
        OrQuery or => Any([.. or.Parts.Select(Cover)]),
        _ => null,
    };

    private static IReadOnlyList<(string Key, bool IsPrefix)>? Any(List<IReadOnlyList<(string Key, bool IsPrefix)>?> covers) =>
        covers.Contains(null) ? null : [.. covers.SelectMany(cover => cover!)];

    /// <summary>How many articles a cover lets through, by guess: longer words are rarer, prefixes and properties let through more.</summary>
    private static double Breadth(IReadOnlyList<(string Key, bool IsPrefix)> cover) =>
        cover.Sum(entry => (entry.IsPrefix ? 4.0 : entry.Key[0] < ' ' ? 2.0 : 1.0) / entry.Key.Length);
}
