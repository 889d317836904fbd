using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Insight;

/// <summary>
/// The one gate between what is counted of readers and what anybody sees of it: a number comes out only if at least ten different people are behind it.
/// Nothing else reads these counts; a test says so.
/// </summary>
public static class Crowd
{
    public const int Least = 10;

    /// <summary>How much was read or searched in each week, by week; weeks with too few people are left out.</summary>
    public static Task<List<CrowdCount>> WeeksAsync(KioskDb db, ReadSubject about, DateOnly from, DateOnly until, CancellationToken cancellation) => db.ReadCounts.AsNoTracking()
        .Where(count => count.About == about && count.SubjectId == 0 && count.Week >= from && count.Week < until && count.Readers >= Least)
        .OrderBy(count => count.Week)
        .Select(count => new CrowdCount(count.Week.DayNumber, count.Reads, count.Readers)).ToListAsync(cancellation);

    /// <summary>How much was read of each subject, the most first. How many people that were at least is those of its best week.</summary>
    public static async Task<IReadOnlyList<CrowdCount>> SubjectsAsync(KioskDb db, ReadSubject about, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var counts = await db.ReadCounts.AsNoTracking().Where(count => count.About == about && count.Week >= from && count.Week < until)
            .GroupBy(count => count.SubjectId)
            .Select(weeks => new CrowdCount(weeks.Key, weeks.Sum(week => week.Reads), weeks.Max(week => week.Readers))).ToListAsync(cancellation);
        return [.. (about == ReadSubject.Bron ? Parts(counts) : Shown(counts)).OrderByDescending(count => count.Number).ThenBy(count => count.Subject)];
    }

    /// <summary>How much was put on lists in each week, by week.</summary>
    public static async Task<IReadOnlyList<CrowdCount>> SavesAsync(KioskDb db, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var (start, end) = (DutchTime.StartOf(from), DutchTime.StartOf(until));
        var saves = await db.ListEntries.AsNoTracking().Where(entry => entry.AddedAt >= start && entry.AddedAt < end && entry.List!.UserId != null)
            .Select(entry => new { entry.AddedAt, entry.List!.UserId }).ToListAsync(cancellation);
        return Shown(saves.GroupBy(save => Week.Of(DutchTime.DayOf(save.AddedAt)))
            .Select(week => new CrowdCount(week.Key.DayNumber, week.Count(), week.Select(save => save.UserId).Distinct().Count()))
            .OrderBy(week => week.Subject));
    }

    public static IReadOnlyList<CrowdCount> Shown(IEnumerable<CrowdCount> counts) => [.. counts.Where(count => count.People >= Least)];

    /// <summary>
    /// The same of parts that make up a whole which can be known too, as sources do: if one part alone were left out, subtracting would tell it, so the
    /// smallest of the others goes as well.
    /// </summary>
    public static IReadOnlyList<CrowdCount> Parts(IReadOnlyCollection<CrowdCount> counts)
    {
        var shown = Shown(counts);
        return counts.Count - shown.Count == 1 && shown.Count > 0 ? [.. shown.Except([shown.MinBy(count => count.Number)!])] : shown;
    }
}

/// <param name="Subject">The id of what it is of, or the day number of the Monday of a week.</param>
/// <param name="Number">How often.</param>
/// <param name="People">By at least how many.</param>
public sealed record CrowdCount(long Subject, int Number, int People);
