using System.Globalization;

namespace Kiosk.Web.Pages.Zoeken;

/// <summary>From which year up to and including which; either may be open. Years are those in which pieces can have been published.</summary>
public readonly record struct YearRange(int? From, int? To)
{
    private const int First = 1900;
    private const int Last = 2100;

    public bool IsOpen => From is null && To is null;

    /// <summary><c>2024 tot en met 2026</c>, <c>vanaf 2024</c>, <c>tot en met 2026</c>, <c>2026</c>.</summary>
    public string Label => (From, To) switch
    {
        (null, var to) => $"tot en met {to}",
        (var from, null) => $"vanaf {from}",
        var (from, to) => from == to ? $"{from}" : $"{from} tot en met {to}",
    };

    /// <summary>What was typed; what is no year counts as open. Two years in the wrong order are turned round.</summary>
    public static YearRange Of(string? from, string? to)
    {
        var (one, other) = (Year(from), Year(to));
        return one > other ? new YearRange(other, one) : new YearRange(one, other);
    }

    public bool Holds(string year) => int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= (From ?? First) && number <= (To ?? Last);

    /// <summary>All years in it, as the index knows them.</summary>
    public IReadOnlyCollection<string> Years()
    {
        var from = From ?? First;
        return [.. Enumerable.Range(from, (To ?? Last) - from + 1).Select(year => year.ToString(CultureInfo.InvariantCulture))];
    }

    private static int? Year(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= First and <= Last ? year : null;
}
