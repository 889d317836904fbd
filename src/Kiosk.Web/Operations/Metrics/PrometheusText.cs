using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Kiosk.Web.Operations.Metrics;

/// <summary>Numbers in Prometheus' text format, version 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/.</summary>
internal sealed class PrometheusText
{
    private readonly StringBuilder _text = new();

    /// <summary>The labels that are allowed, sorted, as <c>name="value"</c> apart by commas; empty if there are none.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels, IReadOnlySet<string> allowed)
    {
        if (labels.IsEmpty)
            return "";
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in labels)
        {
            if (value is not null && allowed.Contains(name))
                kept[Name(name)] = Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }

        return string.Join(',', kept.Select(label => $"{label.Key}=\"{label.Value}\""));
    }

    /// <summary>One instrument with all its series.</summary>
    /// <param name="instrument">Gives name, unit and description.</param>
    /// <param name="bounds">Of the buckets of a histogram; null for others.</param>
    /// <param name="series">Each with its labels.</param>
    public void Append(Instrument instrument, IReadOnlyList<double>? bounds, IEnumerable<(string Labels, Series Series)> series)
    {
        var counter = MetricsBook.IsCounter(instrument);
        var name = Name(instrument.Name) + Unit(instrument) + (counter && !instrument.Name.EndsWith("total", StringComparison.Ordinal) ? "_total" : "");
        if (!string.IsNullOrEmpty(instrument.Description))
            Line($"# HELP {name} {instrument.Description.ReplaceLineEndings(" ")}");
        Line($"# TYPE {name} {(bounds is not null ? "histogram" : counter ? "counter" : "gauge")}");
        foreach (var (labels, one) in series)
        {
            if (bounds is null)
                Sample(name, labels, one.Read().Sum);
            else
                Histogram(name, labels, bounds, one);
        }
    }

    public override string ToString() => _text.ToString();

    private static string Name(string name) => string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));

    private static string Unit(Instrument instrument) => instrument.Unit switch
    {
        "s" => "_seconds",
        "ms" => "_milliseconds",
        "By" => "_bytes",
        _ => "",
    };

    private static string Escape(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private void Histogram(string name, string labels, IReadOnlyList<double> bounds, Series series)
    {
        var (sum, count, buckets) = series.Read();
        var before = labels.Length == 0 ? "" : labels + ",";
        for (var bucket = 0; bucket < bounds.Count; bucket++)
            Sample(name + "_bucket", string.Create(CultureInfo.InvariantCulture, $"{before}le=\"{bounds[bucket]}\""), buckets[bucket]);
        Sample(name + "_bucket", before + "le=\"+Inf\"", count);
        Sample(name + "_sum", labels, sum);
        Sample(name + "_count", labels, count);
    }

    private void Sample(string name, string labels, double value) =>
        Line(string.Create(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value}"));

    // The format wants a line feed, on Windows too.
    private void Line(string line) => _text.Append(line).Append('\n');
}
