namespace Kiosk.Search.Queries;

/// <summary>
/// In force on a day: <c>geldig:2026-01-01</c>, <c>geldig:nu</c>. Holds for what began by then, or of which no begin is known, and has not ended.
/// </summary>
/// <param name="Day">Null for the day on which the question is asked.</param>
public sealed record ValidQuery(DateOnly? Day) : Query
{
    private int Number => (Day ?? DutchTime.DayOf(TimeProvider.System.GetUtcNow())).DayNumber;

    public override bool Matches(ArticleTerms article) =>
        Holds(article.Article.ValidFrom?.DayNumber ?? int.MinValue, article.Article.ValidUntil?.DayNumber ?? int.MaxValue);

    public override string ToString() => Day is { } day ? FormattableString.Invariant($"geldig:{day:yyyy-MM-dd}") : "geldig:nu";

    /// <summary>Both are day numbers.</summary>
    internal bool Holds(int from, int until) => Number is var day && from <= day && day <= until;
}
