namespace Kiosk.Search.Queries;

/// <summary>At least one of at least two questions.</summary>
public sealed record OrQuery(IReadOnlyList<Query> Parts) : Query
{
    public override bool Matches(ArticleTerms article) => Parts.Any(part => part.Matches(article));

    public override string ToString() => string.Join(" OF ", Parts.Select(part => part is AndQuery or WeightedQuery { Part: AndQuery } ? $"({part})" : part.ToString()));
}
