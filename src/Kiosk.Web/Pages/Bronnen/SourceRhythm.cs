using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Bronnen;

/// <summary>How much a source publishes: its visible articles by the week, counted back from now.</summary>
public sealed class SourceRhythm
{
    /// <summary>Weeks that are counted one by one; a year, so that a season is held against the same season.</summary>
    public const int Weeks = 52;

    private const int MillisecondsAWeek = 7 * 24 * 60 * 60 * 1000;

    private static readonly SourceRhythm Nothing = new([]);

    private readonly int[] _weeks = new int[Weeks];

    /// <param name="counts">A week (0 is the last seven days; from <see cref="Weeks"/> on: older) and its articles.</param>
    public SourceRhythm(IEnumerable<(int Week, int Articles)> counts)
    {
        foreach (var (week, articles) in counts)
        {
            if (week < Weeks)
                _weeks[Math.Max(0, week)] += articles;
            else
                Older += articles;
        }
    }

    /// <summary>The last seven days first.</summary>
    public IReadOnlyList<int> ByWeek => _weeks;

    /// <summary>Articles from before the weeks that are counted.</summary>
    public int Older { get; }

    public int Total => _weeks.Sum() + Older;

    /// <summary>Counts all sources in one pass over an index.</summary>
    public static async Task<Func<int, SourceRhythm>> ReadAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation) =>
        Of(await Query(db, now, source: null).ToListAsync(cancellation));

    public static async Task<SourceRhythm> ReadAsync(KioskDb db, int source, DateTimeOffset now, CancellationToken cancellation) =>
        Of(await Query(db, now, source).ToListAsync(cancellation))(source);

    private static Func<int, SourceRhythm> Of(List<WeekCount> rows)
    {
        var rhythms = rows.GroupBy(row => row.SourceId).ToDictionary(group => group.Key, group => new SourceRhythm(group.Select(row => (row.Week, row.Articles))));
        return source => rhythms.GetValueOrDefault(source, Nothing);
    }

    /// <summary>Written out, since weeks cannot be counted in LINQ on both databases. Only columns of one index are touched.</summary>
    private static IQueryable<WeekCount> Query(KioskDb db, DateTimeOffset now, int? source)
    {
        var (from, to) = (now.AddDays(-7 * Weeks), now);
        return db.Database.IsNpgsql()
            ? db.Database.SqlQuery<WeekCount>($"""
                SELECT source_id AS "SourceId", CASE WHEN published_at > {from.ToUniversalTime()} THEN floor(extract(epoch FROM {to.ToUniversalTime()} - published_at) / 604800)::int ELSE {Weeks} END AS "Week", COUNT(*)::int AS "Articles"
                FROM articles WHERE state = 'visible' AND ({source}::int IS NULL OR source_id = {source}) GROUP BY 1, 2
                """)
            : db.Database.SqlQuery<WeekCount>($"""
                SELECT source_id AS "SourceId", CASE WHEN published_at > {from.ToUnixTimeMilliseconds()} THEN ({to.ToUnixTimeMilliseconds()} - published_at) / {MillisecondsAWeek} ELSE {Weeks} END AS "Week", COUNT(*) AS "Articles"
                FROM articles WHERE state = 'visible' AND source_id BETWEEN {source ?? 0} AND {source ?? int.MaxValue} GROUP BY 1, 2
                """);
    }

    private sealed record WeekCount(int SourceId, int Week, int Articles);
}
