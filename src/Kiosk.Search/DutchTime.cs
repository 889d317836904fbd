namespace Kiosk.Search;

/// <summary>Days and years as a Dutch reader counts them.</summary>
internal static class DutchTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static int YearOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).Year;

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The moment at which a day starts, in seconds since 1970.</summary>
    public static long StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUnixTimeSeconds();
    }
}
