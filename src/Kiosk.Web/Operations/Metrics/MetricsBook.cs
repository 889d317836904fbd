using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Kiosk.Ingest.Harvesting;
using Kiosk.Web.Digests;
using Quartz.Diagnostics;

namespace Kiosk.Web.Operations.Metrics;

/// <summary>
/// Listens to the meters of the kiosk, of ASP.NET Core's server and of the clockwork, and keeps their numbers since the start.
/// </summary>
public sealed class MetricsBook : IDisposable
{
    private static readonly HashSet<string> Meters = [HarvestMeter.Name, DeliveryMeter.Name, ArchiveGauges.MeterName, "Microsoft.AspNetCore.Hosting", "System.Runtime", QuartzInstrumentation.MeterName];

    /// <summary>Labels that say where or what, each with few values. Others would make as many series as there are visitors.</summary>
    private static readonly HashSet<string> Labels =
        ["outcome", "what", "queue", "http.route", "http.request.method", "http.response.status_code", "gc.heap.generation", "quartz.job.name", "job.name", "error.type"];

    /// <summary>A guard against labels that turn out to have many values after all.</summary>
    private const int MostSeries = 5_000;

    /// <summary>Seconds; those that OpenTelemetry advises for requests.</summary>
    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly ConcurrentDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Instrument, string Labels), Series> _series = new();
    private readonly MeterListener _listener = new();

    /// <param name="meters">Those of this kiosk: in one process there may be several.</param>
    public MetricsBook(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name) && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, meters)))
            {
                _instruments.TryAdd(instrument.Name, instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<byte>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<short>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<float>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Note(instrument, value, labels));
        _listener.SetMeasurementEventCallback<decimal>((instrument, value, labels, _) => Note(instrument, (double)value, labels));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Everything as it stands now, in the text format of Prometheus (version 0.0.4).</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new PrometheusText();
        foreach (var instrument in _series.GroupBy(series => series.Key.Instrument, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            text.Append(_instruments[instrument.Key], BoundsOf(_instruments[instrument.Key]), instrument.OrderBy(series => series.Key.Labels, StringComparer.Ordinal).Select(series => (series.Key.Labels, series.Value)));
        return text.ToString();
    }

    internal static bool IsHistogram(Instrument instrument) => instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);

    /// <summary>Counts up only; what an observable counter reports is a total already.</summary>
    internal static bool IsCounter(Instrument instrument) => instrument.GetType().Name.StartsWith("Counter", StringComparison.Ordinal) || IsTotal(instrument);

    private static bool IsTotal(Instrument instrument) => instrument.GetType().Name.StartsWith("ObservableCounter", StringComparison.Ordinal);

    private static bool AddsUp(Instrument instrument) =>
        instrument.GetType().Name is var name && (name.StartsWith("Counter", StringComparison.Ordinal) || name.StartsWith("UpDownCounter", StringComparison.Ordinal));

    private static IReadOnlyList<double>? BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } advised } => advised,
        _ when IsHistogram(instrument) => DefaultBounds,
        _ => null,
    };

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var key = (instrument.Name, PrometheusText.Labels(labels, Labels));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MostSeries)
                return;
            series = _series.GetOrAdd(key, static (_, instrument) => new Series(BoundsOf(instrument)), instrument);
        }

        if (IsHistogram(instrument))
            series.Observe(value);
        else if (AddsUp(instrument))
            series.Add(value);
        else
            series.Set(value);
    }
}
