namespace Kiosk.Data.Backups;

/// <summary>Which backups are worth keeping: the newest of each of the last days, weeks and months that have one.</summary>
/// <param name="Daily">Days.</param>
/// <param name="Weekly">Weeks, from Monday.</param>
/// <param name="Monthly">Months.</param>
public sealed record BackupPolicy(int Daily, int Weekly, int Monthly)
{
    /// <summary>Those that may go. The newest always stays.</summary>
    /// <param name="made">When each backup was made.</param>
    public IReadOnlySet<DateTimeOffset> Superfluous(IReadOnlyCollection<DateTimeOffset> made)
    {
        var newestFirst = made.OrderDescending().ToList();
        var kept = newestFirst.Take(1)
            .Concat(NewestOfEach(newestFirst, moment => moment.UtcDateTime.Date, Daily))
            .Concat(NewestOfEach(newestFirst, moment => moment.UtcDateTime.Date.AddDays(-(((int)moment.UtcDateTime.DayOfWeek + 6) % 7)), Weekly))
            .Concat(NewestOfEach(newestFirst, moment => new DateTime(moment.UtcDateTime.Year, moment.UtcDateTime.Month, 1), Monthly));
        return made.Except(kept).ToHashSet();
    }

    private static IEnumerable<DateTimeOffset> NewestOfEach(IEnumerable<DateTimeOffset> newestFirst, Func<DateTimeOffset, DateTime> period, int periods) =>
        newestFirst.GroupBy(period).Take(periods).Select(group => group.First());
}
