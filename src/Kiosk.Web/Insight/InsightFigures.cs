using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Insight;

/// <summary>All figures of the insight page over one period. What is counted of readers comes through <see cref="Crowd"/> alone.</summary>
public sealed record InsightFigures
{
    private const int MostPieces = 10;

    /// <summary>The Mondays of the period, in order.</summary>
    public required IReadOnlyList<DateOnly> Weeks { get; init; }

    /// <summary>By Monday; weeks with too few people are missing.</summary>
    public required IReadOnlyDictionary<DateOnly, int> Reads { get; init; }

    public required IReadOnlyDictionary<DateOnly, int> Saves { get; init; }

    public required IReadOnlyDictionary<DateOnly, int> Searches { get; init; }

    /// <summary>Which part of the searches found nothing, from 0 to 1; null if there were too few people.</summary>
    public required double? FoundNothing { get; init; }

    /// <summary>Articles read most.</summary>
    public required IReadOnlyList<(ArticleCard Card, int Reads)> Pieces { get; init; }

    /// <summary>Of each topic what is read and what came in, by topic.</summary>
    public required IReadOnlyList<Coverage> Topics { get; init; }

    public required IReadOnlyList<Coverage> Sources { get; init; }

    /// <summary>Hours between publication and pick, of each pick of the period, in order.</summary>
    public required IReadOnlyList<double> HoursToPick { get; init; }

    /// <param name="today">The last day.</param>
    /// <param name="weeks">How many weeks, that of today included.</param>
    public static async Task<InsightFigures> ReadAsync(KioskDb db, DateOnly today, int weeks, CancellationToken cancellation)
    {
        var until = Week.Of(today).AddDays(7);
        var from = until.AddDays(-7 * weeks);
        var searches = await Crowd.WeeksAsync(db, ReadSubject.Zoeken, from, until, cancellation);
        return new InsightFigures
        {
            Weeks = [.. Enumerable.Range(0, weeks).Select(week => from.AddDays(7 * week))],
            Reads = ByWeek(await Crowd.WeeksAsync(db, ReadSubject.Alles, from, until, cancellation)),
            Saves = ByWeek(await Crowd.SavesAsync(db, from, until, cancellation)),
            Searches = ByWeek(searches),
            FoundNothing = searches.Count == 0 ? null : await FoundNothingAsync(db, from, until, cancellation),
            Pieces = await PiecesAsync(db, from, until, cancellation),
            Topics = await Coverage.OfTopicsAsync(db, from, until, cancellation),
            Sources = await Coverage.OfSourcesAsync(db, from, until, cancellation),
            HoursToPick = await HoursToPickAsync(db, from, until, cancellation),
        };
    }

    private static Dictionary<DateOnly, int> ByWeek(IEnumerable<CrowdCount> counts) => counts.ToDictionary(count => DateOnly.FromDayNumber((int)count.Subject), count => count.Number);

    private static async Task<double?> FoundNothingAsync(KioskDb db, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var asked = db.SearchQuestions.Where(question => question.Day >= from && question.Day < until);
        var all = await asked.SumAsync(question => question.Asked, cancellation);
        return all == 0 ? null : await asked.SumAsync(question => question.FoundNothing, cancellation) / (double)all;
    }

    private static async Task<IReadOnlyList<(ArticleCard Card, int Reads)>> PiecesAsync(KioskDb db, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var most = (await Crowd.SubjectsAsync(db, ReadSubject.Stuk, from, until, cancellation)).Take(MostPieces).ToList();
        var ids = most.ConvertAll(count => count.Subject);
        var cards = await db.Articles.AsNoTracking().Where(article => ids.Contains(article.Id) && article.State == ArticleState.Visible)
            .Select(ArticleCard.Projection).ToDictionaryAsync(card => card.Id, cancellation);
        return [.. most.Where(count => cards.ContainsKey(count.Subject)).Select(count => (cards[count.Subject], count.Number))];
    }

    private static async Task<IReadOnlyList<double>> HoursToPickAsync(KioskDb db, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var (start, end) = (DutchTime.StartOf(from), DutchTime.StartOf(until));
        var picks = await db.Picks.AsNoTracking().Where(pick => pick.MadeAt >= start && pick.MadeAt < end)
            .Select(pick => new { pick.MadeAt, pick.Article!.PublishedAt }).ToListAsync(cancellation);
        return [.. picks.Select(pick => Math.Max(0, (pick.MadeAt - pick.PublishedAt).TotalHours)).Order()];
    }
}
