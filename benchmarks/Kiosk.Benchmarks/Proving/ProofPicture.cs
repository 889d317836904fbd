using System.Globalization;
using System.Text;

namespace Kiosk.Benchmarks.Proving;

/// <summary>How cost grows with the archive: small charts on logarithmic axes, a line for the kiosk and one for each peer. SVG without script; who cannot see it has the table.</summary>
internal static class ProofPicture
{
    private const int Width = 300;
    private const int Height = 200;
    private const int Across = 3;
    private const int Left = 44;
    private const int Top = 34;
    private const int Below = 30;

    private static readonly string[] Charted =
    [
        "a word in about half of all, p95", "two ordinary words, p95", "suggestions for two letters, p95", "articles indexed a second", "finding the story of an article", "Vandaag, p95", "Zoeken, p95",
    ];

    /// <summary>Told apart by dashes too, for who sees no colours.</summary>
    private static readonly (string Colour, string Dashes)[] Pens = [("#0b5c4b", ""), ("#a3450b", "6 3"), ("#2c4f9e", "2 3"), ("#6b2d75", "8 3 2 3"), ("#444444", "1 3")];

    public static string Draw(ProofBook book, int[] sizes)
    {
        var charts = Charted.Select(what => (What: what, Lines: Lines(book, what))).Where(chart => chart.Lines.Count > 0).ToList();
        var (width, height) = (Across * Width, Math.Max(1, (charts.Count + Across - 1) / Across) * Height);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"sans-serif\" font-size=\"11\">\n");
        svg.Append("<title id=\"t\">How cost grows with the number of articles</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"d\">{Describe(charts)}</desc>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
        for (var number = 0; number < charts.Count; number++)
            DrawChart(svg, charts[number].What, charts[number].Lines, sizes, number % Across * Width, number / Across * Height);
        return svg.Append("</svg>\n").ToString();
    }

    private static List<Line> Lines(ProofBook book, string what) =>
    [
        .. book.Entries.Where(entry => entry.Size > 0).SelectMany(entry => entry.Figures.Where(figure => figure.What == what && figure.Value > 0).Select(figure => (entry.Size, Figure: figure)))
            .GroupBy(point => point.Figure.Who, StringComparer.Ordinal).Select(group => new Line(group.Key, group.First().Figure.Unit, [.. group.Select(point => (point.Size, point.Figure.Value)).OrderBy(point => point.Size)])),
    ];

    private static string Describe(List<(string What, List<Line> Lines)> charts) => Escape(string.Join(' ', charts.SelectMany(chart => chart.Lines.Select(line =>
        $"{chart.What}, {line.Who}: {string.Join(", ", line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Value:0.##} {line.Unit} at {point.Size:N0}")))}."))));

    private static void DrawChart(StringBuilder svg, string what, List<Line> lines, int[] sizes, int x, int y)
    {
        var values = lines.SelectMany(line => line.Points).Select(point => point.Value).ToList();
        var (low, high) = (Math.Floor(Math.Log10(values.Min())), Math.Max(Math.Floor(Math.Log10(values.Min())) + 1, Math.Ceiling(Math.Log10(values.Max()))));
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({x} {y})\"><text x=\"8\" y=\"16\" font-weight=\"bold\">{Escape(lines[0].Unit.Length > 0 ? $"{what} ({lines[0].Unit})" : what)}</text>\n");
        for (var power = low; power <= high; power++)
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - 70}\" y1=\"{Y(power):0.#}\" y2=\"{Y(power):0.#}\" stroke=\"#cccccc\"/><text x=\"{Left - 4}\" y=\"{Y(power) + 4:0.#}\" text-anchor=\"end\">{Math.Pow(10, power):0.##}</text>\n");
        foreach (var size in sizes)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(size):0.#}\" y=\"{Height - 12}\" text-anchor=\"middle\">{Short(size)}</text>\n");
        for (var number = 0; number < lines.Count; number++)
            DrawLine(svg, lines[number], Pens[number % Pens.Length]);
        svg.Append("</g>\n");

        double X(int size) => sizes.Length == 1 ? Left + 20 : Left + 12 + ((Math.Log10(size) - Math.Log10(sizes[0])) / (Math.Log10(sizes[^1]) - Math.Log10(sizes[0])) * (Width - 70 - Left - 24));

        double Y(double power) => Height - Below - ((power - low) / (high - low) * (Height - Below - Top));

        void DrawLine(StringBuilder into, Line line, (string Colour, string Dashes) pen)
        {
            var points = string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Size):0.#},{Y(Math.Log10(point.Value)):0.#}")));
            into.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{pen.Colour}\" stroke-width=\"2\" stroke-dasharray=\"{pen.Dashes}\"/>\n");
            foreach (var point in line.Points)
                into.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(point.Size):0.#}\" cy=\"{Y(Math.Log10(point.Value)):0.#}\" r=\"3\" fill=\"{pen.Colour}\"/>\n");
            into.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(line.Points[^1].Size) + 6:0.#}\" y=\"{Y(Math.Log10(line.Points[^1].Value)) + 4:0.#}\" fill=\"{pen.Colour}\">{Escape(line.Who)}</text>\n");
        }
    }

    private static string Short(int size) => size >= 1_000_000 ? $"{size / 1_000_000} million" : size.ToString("N0", CultureInfo.InvariantCulture);

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private sealed record Line(string Who, string Unit, IReadOnlyList<(int Size, double Value)> Points);
}
