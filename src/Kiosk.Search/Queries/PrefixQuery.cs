namespace Kiosk.Search.Queries;

/// <summary>Any word that starts so, as written or as stemmed.</summary>
/// <param name="Start">The first letters, folded; at least two.</param>
public sealed record PrefixQuery(string Start) : Query
{
    public override bool Matches(ArticleTerms article) => article.HasPrefix(Start);

    public override string ToString() => $"{Start}*";
}
