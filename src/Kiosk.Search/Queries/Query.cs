namespace Kiosk.Search.Queries;

/// <summary>
/// A question in the kiosk's query language, as a tree. One language serves the search page, source filters and topic rules.
/// </summary>
public abstract record Query
{
    /// <summary>Reads a question; whatever it holds is no error. An empty text gives a query that matches everything.</summary>
    public static Query Parse(string text) => throw new NotSupportedException();

    /// <summary>Decides about one article without an index.</summary>
    public abstract bool Matches(IndexedArticle article);
}
