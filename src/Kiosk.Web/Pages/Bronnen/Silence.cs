namespace Kiosk.Web.Pages.Bronnen;

/// <summary>
/// A source that published far less of late than it used to. It is held against its own year, over as many weeks as it takes to expect something:
/// three for a daily source, a quarter for a monthly one. Weeks of the summer and Christmas holidays do not count. See docs/notes/quiet-sources.md.
/// </summary>
/// <param name="Since">The beginning of the quiet time.</param>
/// <param name="Weeks">How many weeks were looked at, holidays not counted.</param>
/// <param name="Recent">Articles in those weeks.</param>
/// <param name="Usual">The median of as many weeks together, in the year before.</param>
public sealed record Silence(DateTimeOffset Since, int Weeks, int Recent, int Usual)
{
    private const int FewestWeeks = 3;
    private const int MostWeeks = 13;
    private const int Enough = 8;
    private const int EnoughForARareSource = 3;
    private const int TimesLess = 4;

    /// <summary>The silence of a source; null if it is no quieter than it ever was, or too little is known of it to say.</summary>
    public static Silence? Of(SourceRhythm rhythm, DateTimeOffset now)
    {
        var known = rhythm.Older > 0 ? SourceRhythm.Weeks : rhythm.ByWeek.Index().LastOrDefault(week => week.Item > 0).Index + 1;
        var weeks = rhythm.ByWeek.Index().Take(known).Where(week => !IsHoliday(MiddleOf(week.Index, now))).ToList();
        for (var width = FewestWeeks; width <= MostWeeks && weeks.Count >= 3 * width; width++)
        {
            var sums = Enumerable.Range(0, weeks.Count - width + 1).Select(start => weeks.Skip(start).Take(width).Sum(week => week.Item)).ToList();
            var (recent, before) = (sums[0], sums.Skip(width).Order().ToList());
            var usual = before[before.Count / 2];
            if (usual >= (width == MostWeeks ? EnoughForARareSource : Enough))
                return recent * TimesLess <= usual && recent < before[0] ? new Silence(now.AddDays(-7 * (weeks[width - 1].Index + 1)), width, recent, usual) : null;
        }

        return null;
    }

    private static DateTimeOffset MiddleOf(int week, DateTimeOffset now) => now.AddDays((-7 * week) - 3.5);

    private static bool IsHoliday(DateTimeOffset day) => (day.Month, day.Day) is (7, >= 10) or (8, _) or (12, >= 20) or (1, <= 6);
}
