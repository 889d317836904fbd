using Kiosk.Search.Indexing;

namespace Kiosk.Search.Queries;

/// <summary>Words that all stand in the names of the authors: <c>auteur:"de wit"</c>.</summary>
public sealed record AuthorQuery(IReadOnlyList<TermQuery> Words) : Query
{
    public override bool Matches(ArticleTerms article) => Words.All(word => article.Has(TermKey.Author(word.Text)));

    public override string ToString() => $"auteur:\"{string.Join(' ', Words.Select(word => word.Form))}\"";
}
