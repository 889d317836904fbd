using Kiosk.Data;

namespace Kiosk.Web.Editions;

/// <summary>
/// All that counts for one reader: what she follows, with her weights, what she said of pieces and, if she allows it, what she read. There
/// is nothing else, and <c>Mijn kiosk</c> shows it all.
/// </summary>
public sealed record Taste
{
    /// <summary>Nobody in particular.</summary>
    public static readonly Taste None = new();

    /// <summary>By <see cref="Topic.Id"/>.</summary>
    public IReadOnlyDictionary<int, Liking> Topics { get; init; } = new Dictionary<int, Liking>();

    /// <summary>By <see cref="Source.Id"/>.</summary>
    public IReadOnlyDictionary<int, Liking> Sources { get; init; } = new Dictionary<int, Liking>();

    public IReadOnlyDictionary<WorkRole, Liking> Roles { get; init; } = new Dictionary<WorkRole, Liking>();

    public IReadOnlyList<QueryLiking> Queries { get; init; } = [];

    /// <summary>True if there is nothing to go by, so that everybody's edition is hers.</summary>
    public bool IsEmpty => Topics.Count + Sources.Count + Roles.Count + Queries.Count == 0;
}

/// <summary>How much one thing counts for a reader.</summary>
/// <param name="Points">1 for what is followed at the usual weight; below 0 for what she wants less of.</param>
/// <param name="Because">Why, as the end of a sentence that begins with ‘Omdat’; null where <paramref name="Points"/> are not above 0.</param>
public sealed record Liking(double Points, string? Because);

/// <summary>A standing query with the pieces that it finds now.</summary>
public sealed record QueryLiking(Liking Liking, IReadOnlySet<long> Matches);
