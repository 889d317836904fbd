using Kiosk.Search.Queries;

namespace Kiosk.Search.Synonyms;

/// <summary>A question, or what means the same; what was typed counts more.</summary>
/// <param name="Typed">As it was asked.</param>
/// <param name="Others">What is also searched for, at <see cref="Weight"/>.</param>
public sealed record SynonymQuery(Query Typed, IReadOnlyList<Query> Others) : Query
{
    /// <summary>What another word counts, against 1 for the word that was typed.</summary>
    public const double Weight = 0.5;

    public override bool Matches(ArticleTerms article) => Typed.Matches(article) || Others.Any(other => other.Matches(article));

    public override string ToString() => Typed.ToString();
}
