using Kiosk.Data;

namespace Kiosk.Web.Reading;

/// <summary>When an event takes place, in Dutch words and on the clock of Amsterdam.</summary>
public static class EventTime
{
    /// <summary>
    /// <c>di 24 november 2026, 10.00–12.00 uur</c>; for whole days without the clock; over more days with both dates.
    /// </summary>
    public static string Words(ArticleEvent found)
    {
        var (first, last) = (DutchTime.DayOf(found.StartsAt), LastDay(found));
        if (found.IsAllDay)
            return first == last ? DutchTime.ShortDate(first) : $"{DutchTime.ShortDate(first)} t/m {DutchTime.ShortDate(last)}";
        var start = DutchTime.Hour(found.StartsAt);
        if (found.EndsAt is not { } ends)
            return $"{DutchTime.ShortDate(first)}, {start} uur";
        return first == last
            ? $"{DutchTime.ShortDate(first)}, {start}–{DutchTime.Hour(ends)} uur"
            : $"{DutchTime.ShortDate(first)}, {start} uur – {DutchTime.ShortDate(DutchTime.DayOf(ends))}, {DutchTime.Hour(ends)} uur";
    }

    /// <summary>The last day on which it takes place; what ends at midnight ends the day before.</summary>
    public static DateOnly LastDay(ArticleEvent found) => found.EndsAt is { } ends && ends > found.StartsAt ? DutchTime.DayOf(ends.AddTicks(-1)) : DutchTime.DayOf(found.StartsAt);
}
