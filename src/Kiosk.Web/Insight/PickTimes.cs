using Kiosk.Web.Reading;

namespace Kiosk.Web.Insight;

/// <summary>How long after publication editors pick.</summary>
/// <param name="Hours">Of each pick, in order.</param>
public sealed record PickTimes(IReadOnlyList<double> Hours)
{
    /// <summary>How many picks fall in each stretch of time.</summary>
    public IReadOnlyList<(string Label, int Count)> Bars =>
    [
        ("zelfde dag", Between(0, 24)), ("1 of 2 dagen", Between(24, 72)), ("3 tot 7 dagen", Between(72, 168)), ("langer", Between(168, double.PositiveInfinity)),
    ];

    /// <summary>In hours; null if there are no picks.</summary>
    public double? Median => Hours.Count == 0 ? null : Hours[Hours.Count / 2];

    public string Conclusion => Median switch
    {
        null => "Er is in deze tijd niets gekozen.",
        < 24 => $"De helft van de keuzes is er binnen {DutchText.Count((long)Math.Ceiling(Median.Value), "uur", "uur")} na verschijnen.",
        var median => $"De helft van de keuzes is er binnen {DutchText.Count((long)Math.Ceiling(median.Value / 24), "dag", "dagen")} na verschijnen.",
    };

    private int Between(double from, double until) => Hours.Count(hours => hours >= from && hours < until);
}
