namespace Kiosk.Web.Reading;

/// <summary>A period drawn on a line with today on it, in units of a drawing 384 wide.</summary>
/// <param name="Start">Its first day in words; null if that is not known.</param>
/// <param name="End">Its last day in words; null if it has no end.</param>
/// <param name="Words">What the line shows, for who does not see it.</param>
public sealed record ValidityLine(int From, int Width, int Now, string? Start, string? End, string Words)
{
    private const int Whole = 384;

    /// <summary>Where the word below today still fits.</summary>
    private const int Edge = 24;

    /// <summary>In days, shown on both sides; and how much of a period is shown that has no begin or no end.</summary>
    private const int Margin = 60;
    private const int Year = 365;

    /// <summary>Narrower than this the two days would run over each other.</summary>
    private const int Narrowest = 150;

    public int NowLabel => Math.Clamp(Now, Edge, Whole - Edge);

    public static ValidityLine Of(DateOnly? from, DateOnly? until, DateOnly today)
    {
        var (now, begin, stop) = (today.DayNumber, from?.DayNumber, until?.DayNumber + 1);
        var first = Math.Min(begin ?? (stop!.Value - Year), now) - Margin;
        var last = Math.Max(stop ?? (begin!.Value + Year), now) + Margin;
        var (start, end) = (begin is null ? 0 : Place(begin.Value), stop is null ? Whole : Place(stop.Value));
        var isRoomy = end - start >= Narrowest || from is null;
        return new ValidityLine(
            start, Math.Max(2, end - start), Place(now), from is null ? null : DutchTime.Date(from.Value), until is null || !isRoomy ? null : DutchTime.Date(until.Value),
            $"Tijdlijn: vandaag is {DutchTime.Date(today)}; het geldt {Period(from, until)}.");

        int Place(int day) => Math.Clamp((int)((long)(day - first) * Whole / (last - first)), 0, Whole);
    }

    private static string Period(DateOnly? from, DateOnly? until) => (from, until) switch
    {
        ({ } start, { } end) => $"van {DutchTime.Date(start)} tot en met {DutchTime.Date(end)}",
        ({ } start, _) => $"vanaf {DutchTime.Date(start)}",
        _ => $"tot en met {DutchTime.Date(until!.Value)}",
    };
}
