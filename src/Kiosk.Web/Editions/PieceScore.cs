namespace Kiosk.Web.Editions;

/// <summary>
/// How well a piece fits a reader today: <c>freshness × (ground + what she likes)</c>. Each liking is a number of points times one of the
/// weights below; a piece gets its best topic in full and a quarter of the others, so that a piece on everything does not win from a piece
/// on her subject. Freshness halves every <see cref="HalfLifeDays"/> days. The same numbers make the reasons that she reads.
/// </summary>
/// <param name="Value">0 or more; the higher, the sooner it comes.</param>
/// <param name="Interest">What she likes of it, before freshness; below 0 if she asked for less of this.</param>
/// <param name="Reasons">Ends of a sentence that begins with ‘Omdat’, the strongest first.</param>
public sealed record PieceScore(double Value, double Interest, IReadOnlyList<string> Reasons)
{
    public const double TopicWeight = 1.0;
    public const double OtherTopics = 0.25;
    public const double SourceWeight = 0.6;
    public const double QueryWeight = 1.2;
    public const double RoleWeight = 0.4;

    /// <summary>What every piece has, so that there is a choice for who follows nothing.</summary>
    public const double Ground = 0.3;

    /// <summary>For a piece of which more than a title can be read here.</summary>
    public const double Readable = 0.15;

    public const double HalfLifeDays = 6;

    private const int ReasonsShown = 2;

    /// <param name="now">A piece of the future counts as of now.</param>
    public static PieceScore Of(PieceFacts piece, Taste taste, DateTimeOffset now)
    {
        var parts = Parts(piece, taste).ToList();
        var interest = parts.Sum(part => part.Points);
        var reasons = parts.Where(part => part is { Points: > 0, Because: not null }).OrderByDescending(part => part.Points)
            .Select(part => part.Because!).Distinct().Take(ReasonsShown);
        var value = Freshness(piece.PublishedAt, now) * Math.Max(0, Ground + (piece.HasLead ? Readable : 0) + interest);
        return new PieceScore(value, interest, [.. reasons]);
    }

    /// <summary>1 for what appears now, 0.5 after <see cref="HalfLifeDays"/>.</summary>
    public static double Freshness(DateTimeOffset published, DateTimeOffset now) =>
        Math.Pow(0.5, Math.Max(0, (now - published).TotalDays) / HalfLifeDays);

    private static IEnumerable<Liking> Parts(PieceFacts piece, Taste taste)
    {
        var topics = piece.Topics.Select(topic => taste.Topics.GetValueOrDefault(topic)).OfType<Liking>().OrderByDescending(liking => liking.Points).ToList();
        for (var place = 0; place < topics.Count; place++)
            yield return Weighed(topics[place], TopicWeight * (place == 0 ? 1 : OtherTopics));
        if (taste.Sources.TryGetValue(piece.SourceId, out var source))
            yield return Weighed(source, SourceWeight);
        if (piece.Roles.Select(role => taste.Roles.GetValueOrDefault(role)).OfType<Liking>().MaxBy(liking => liking.Points) is { } role)
            yield return Weighed(role, RoleWeight);
        if (taste.Queries.Where(query => query.Matches.Contains(piece.Id)).MaxBy(query => query.Liking.Points) is { } query)
            yield return Weighed(query.Liking, QueryWeight);
    }

    private static Liking Weighed(Liking liking, double weight) => liking with { Points = liking.Points * weight };
}
