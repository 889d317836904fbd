namespace Kiosk.Search.Queries;

/// <summary>All of at least two questions.</summary>
public sealed record AndQuery(IReadOnlyList<Query> Parts) : Query
{
    public override bool Matches(ArticleTerms article) => Parts.All(part => part.Matches(article));

    public override string ToString() => string.Join(' ', Parts.Select(part => part is OrQuery or WeightedQuery { Part: OrQuery } ? $"({part})" : part.ToString()));
}
