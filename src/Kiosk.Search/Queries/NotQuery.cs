namespace Kiosk.Search.Queries;

/// <summary>What a question does not match.</summary>
public sealed record NotQuery(Query Part) : Query
{
    public override bool Matches(ArticleTerms article) => !Part.Matches(article);

    public override string ToString() => Part is AndQuery or OrQuery or WeightedQuery { Part: AndQuery or OrQuery } ? $"-({Part})" : $"-{Part}";
}
