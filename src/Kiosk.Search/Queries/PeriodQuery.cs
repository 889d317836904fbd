namespace Kiosk.Search.Queries;

/// <summary>Published in a period, by days in the Netherlands: <c>na:2024</c>, <c>voor:2026-07</c>, <c>jaar:2025</c>.</summary>
/// <param name="From">The first day; null if it has no begin.</param>
/// <param name="Until">The day after the last; null if it has no end.</param>
public sealed record PeriodQuery(DateOnly? From, DateOnly? Until) : Query
{
    private readonly long _from = From is { } day ? DutchTime.StartOf(day) : long.MinValue;
    private readonly long _until = Until is { } day ? DutchTime.StartOf(day) : long.MaxValue;

    public override bool Matches(ArticleTerms article) => Holds(article.Article.Published.ToUnixTimeSeconds());

    public override string ToString() => (From, Until) switch
    {
        ({ } from, { } until) when until.Year == from.Year + 1 => FormattableString.Invariant($"jaar:{from.Year}"),
        ({ } from, { } until) => FormattableString.Invariant($"jaar:{from.Year}-{until.Year - 1}"),
        (_, { } until) => FormattableString.Invariant($"voor:{until:yyyy-MM-dd}"),
        var (from, _) => FormattableString.Invariant($"na:{from:yyyy-MM-dd}"),
    };

    /// <param name="seconds">Since 1970.</param>
    internal bool Holds(long seconds) => seconds >= _from && seconds < _until;
}
