namespace Kiosk.Ingest.Formats.Dates;

/// <summary>A date and time of day as written, not yet checked and not yet placed in a zone.</summary>
/// <param name="Ticks">The fraction of the second, in ticks of 100 ns.</param>
internal readonly record struct CivilTime(int Year, int Month, int Day, int Hour = 0, int Minute = 0, int Second = 0, int Ticks = 0)
{
    private static readonly TimeSpan WidestOffset = TimeSpan.FromHours(14);

    /// <summary>Two digits as RFC 5322 reads them (00-49 is this century, 50-99 the last), three digits since 1900.</summary>
    public static int FullYear(int year, int digits) => digits switch
    {
        <= 2 => year < 50 ? 2000 + year : 1900 + year,
        3 => 1900 + year,
        _ => year,
    };

    /// <summary>The moment in UTC. 24:00 is the next midnight, second 60 the first of the next minute.</summary>
    public bool TryPlace(TimeSpan offset, out DateTimeOffset instant)
    {
        instant = default;
        if (offset.Duration() > WidestOffset || !TryClock(out var clock))
            return false;
        var ticks = clock.Ticks - offset.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            return false;
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>The moment at which this zone's clocks show this time; of two, the later (standard time).</summary>
    public bool TryPlace(TimeZoneInfo zone, out DateTimeOffset instant)
    {
        instant = default;
        return TryClock(out var clock) && TryPlace(zone.GetUtcOffset(clock), out instant);
    }

    private bool TryClock(out DateTime clock)
    {
        clock = default;
        if (Year is < 1 or > 9998 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month))
            return false;
        if (Hour is < 0 or > 24 || Minute is < 0 or > 59 || Second is < 0 or > 60 || (Hour == 24 && Minute + Second > 0))
            return false;
        clock = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Unspecified)
            .AddSeconds(Hour * 3600 + Minute * 60 + Second).AddTicks(Ticks);
        return true;
    }
}
