using System.Globalization;

namespace Kiosk.Web.Insight;

/// <summary>Of each topic which part of the reading and which part of what came out is about it, as numbers for an SVG 680 wide.</summary>
public sealed class CoverageChart
{
    private const double Left = 200;
    private const double Right = 640;
    private const int RowHeight = 37;
    private const int First = 24;
    private const int Most = 14;

    /// <summary>Asked for by so much more than it is offered, a topic falls short.</summary>
    private const double Short = 0.03;

    private readonly double _scale;

    public CoverageChart(IEnumerable<Coverage> topics)
    {
        var known = topics.Where(topic => topic.Reads is not null).ToList();
        double reads = Math.Max(1, known.Sum(topic => topic.Reads!.Value));
        double published = Math.Max(1, known.Sum(topic => topic.Published));
        Rows = [.. known.Select(topic => new CoverageRow(topic.Name, topic.Reads!.Value / reads, topic.Published / published))
            .OrderByDescending(row => row.Asked).ThenBy(row => row.Name, StringComparer.Ordinal).Take(Most)];
        _scale = Math.Max(0.05, Math.Ceiling(Rows.Select(row => Math.Max(row.Asked, row.Offered)).DefaultIfEmpty().Max() * 20) / 20);
    }

    public IReadOnlyList<CoverageRow> Rows { get; }

    public int Height => First + (RowHeight * Rows.Count) + 26;

    public string Conclusion => Rows.Where(IsShort).Select(row => row.Name).ToList() switch
    {
        [] => "Wat lezers lezen en wat er verschijnt, loopt per onderwerp gelijk op.",
        var missing => $"Lezers vragen meer dan er verschijnt over: {string.Join(", ", missing.Take(4))}.",
    };

    /// <summary>The lines down, each with its value.</summary>
    public IEnumerable<(string X, string Label)> Grid => Enumerable.Range(0, 5).Select(line => _scale * line / 4).Select(part => (X(part), Percent(part)));

    public static bool IsShort(CoverageRow row) => row.Asked - row.Offered >= Short;

    public static int Y(int row) => First + (RowHeight * row);

    public string X(double part) => Number(Left + ((Right - Left) * part / _scale));

    public string Percent(double part) => FormattableString.Invariant($"{Math.Round(part * 100)}%");

    /// <summary>For the left side of a square around a point.</summary>
    public string XOfSquare(double part) => Number(Left + ((Right - Left) * part / _scale) - 6);

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}

/// <param name="Asked">The part of all reading, from 0 to 1.</param>
/// <param name="Offered">The part of all that came out, from 0 to 1.</param>
public sealed record CoverageRow(string Name, double Asked, double Offered);
