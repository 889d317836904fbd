using System.Globalization;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Insight;

/// <summary>Two lines over weeks, as numbers for an SVG of 712 by 236. Where a week is missing, the line is broken.</summary>
public sealed record TrendChart(IReadOnlyList<DateOnly> Weeks, IReadOnlyDictionary<DateOnly, int> First, IReadOnlyDictionary<DateOnly, int> Second)
{
    private const double Left = 44;
    private const double Right = 616;
    private const double Top = 40;
    private const double Bottom = 200;
    private const int Lines = 4;

    public bool IsEmpty => First.Count == 0 && Second.Count == 0;

    /// <summary>The conclusion, for the title.</summary>
    public string Conclusion(string first, string second) => $"{Trend(first, First)} {Trend(second, Second)}";

    /// <summary>The lines across, each with its value.</summary>
    public IEnumerable<(string Y, string Label)> Grid => Enumerable.Range(0, Lines + 1).Select(line => (Number(Y(Step * line)), DutchText.Number((long)Step * line)));

    /// <summary>The labels below: at most seven.</summary>
    public IEnumerable<(string X, string Label)> Labels => Weeks.Select((week, at) => (week, at)).Where(one => one.at % Math.Max(1, (Weeks.Count + 6) / 7) == 0)
        .Select(one => (Number(X(one.at)), $"wk {Week.Number(one.week)}"));

    public string FirstPath => Path(First);

    public string SecondPath => Path(Second);

    /// <summary>Where the first line ends, and its last value; null if it has none.</summary>
    public (string Y, string Value)? FirstEnd => End(First);

    public (string Y, string Value)? SecondEnd => End(Second);

    /// <summary>A round number: 1, 2 or 5 and zeros.</summary>
    private int Step
    {
        get
        {
            var least = First.Values.Concat(Second.Values).DefaultIfEmpty().Max() / (double)Lines;
            var unit = 1;
            while (unit * 10 < least)
                unit *= 10;
            return new[] { 1, 2, 5, 10 }.First(times => times * unit >= least) * unit;
        }
    }

    private (string Y, string Value)? End(IReadOnlyDictionary<DateOnly, int> values) =>
        values.TryGetValue(Weeks[^1], out var value) ? (Number(Y(value)), DutchText.Number(value)) : null;

    private string Path(IReadOnlyDictionary<DateOnly, int> values)
    {
        var path = new System.Text.StringBuilder();
        for (var at = 0; at < Weeks.Count; at++)
        {
            if (!values.TryGetValue(Weeks[at], out var value))
                continue;
            var isBegun = at > 0 && values.ContainsKey(Weeks[at - 1]);
            path.Append(CultureInfo.InvariantCulture, $"{(isBegun ? 'L' : 'M')}{Number(X(at))} {Number(Y(value))} ");
            // A week between two that are missing is a dot.
            if (!isBegun && (at + 1 == Weeks.Count || !values.ContainsKey(Weeks[at + 1])))
                path.Append("h.1 ");
        }
        return path.ToString().TrimEnd();
    }

    private double X(int at) => Weeks.Count == 1 ? Left : Left + ((Right - Left) * at / (Weeks.Count - 1));

    private double Y(double value) => Bottom - ((Bottom - Top) * value / (Step * Lines));

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private string Trend(string what, IReadOnlyDictionary<DateOnly, int> values)
    {
        var known = Weeks.Where(values.ContainsKey).Select(week => values[week]).ToList();
        return known switch
        {
            [] => $"Over {what} is te weinig bekend.",
            [var only] => $"{DutchText.Capitalized(what)}: {DutchText.Number(only)} in één week.",
            [var first, .., var last] when last > first => $"{DutchText.Capitalized(what)} per week stegen van {DutchText.Number(first)} naar {DutchText.Number(last)}.",
            [var first, .., var last] when last < first => $"{DutchText.Capitalized(what)} per week daalden van {DutchText.Number(first)} naar {DutchText.Number(last)}.",
            [var first, ..] => $"{DutchText.Capitalized(what)} per week bleven gelijk: {DutchText.Number(first)}.",
        };
    }
}
