namespace Kiosk.Search.Queries;

/// <summary>
/// A question in the kiosk's query language, as a tree. One language serves the search page, source filters and topic rules:
/// words (all wanted), "phrases", -word, NIET, OF, EN (or NOT, OR, AND), brackets, prefix*, and fields such as titel:schone or na:2024 (see
/// <see cref="QueryField"/>). Operators stand in capitals.
/// <see cref="object.ToString"/> gives the question in one spelling; read again, it gives the same tree, but for numbers and words that became a reference only because what stood between them was left out.
/// </summary>
public abstract record Query
{
    /// <summary>Reads a question; whatever it holds is no error. An empty text gives a query that matches everything.</summary>
    public static Query Parse(string text) => QueryParser.Parse(text).Query;

    /// <summary>Reads a question, and says in Dutch what of it was left out or mended.</summary>
    public static Query Parse(string text, out IReadOnlyList<string> notes)
    {
        var (query, remarks) = QueryParser.Parse(text);
        notes = remarks;
        return query;
    }

    /// <summary>Decides about one article without an index.</summary>
    public bool Matches(IndexedArticle article) => Matches(ArticleTerms.Of(article));

    /// <summary>Decides about one article that is analysed already: for many questions about one article.</summary>
    public abstract bool Matches(ArticleTerms article);
}
