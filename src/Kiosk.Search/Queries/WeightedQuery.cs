namespace Kiosk.Search.Queries;

/// <summary>
/// A question that counts for less (or more) than another in the same <see cref="OrQuery"/>: a synonym, the parts of a compound. Nobody types it; what
/// expands a question puts it in.
/// </summary>
/// <param name="Part">The question.</param>
/// <param name="Weight">1 is ordinary; above 0.</param>
public sealed record WeightedQuery(Query Part, double Weight) : Query
{
    public override bool Matches(ArticleTerms article) => Part.Matches(article);

    public override string ToString() => Part.ToString();
}
