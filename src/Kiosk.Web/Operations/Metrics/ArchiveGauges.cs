using System.Diagnostics.Metrics;

namespace Kiosk.Web.Operations.Metrics;

/// <summary>What the archive and this node's index say of themselves, read anew each time that somebody looks at the metrics.</summary>
public sealed class ArchiveGauges
{
    public const string MeterName = "Kiosk.Archive";

    private readonly ArchiveReading _reading;
    private readonly IndexLag _lag;
    private readonly NightlyBackup _backup;
    private readonly TimeProvider _time;
    private readonly Meter _meter;
    private ArchiveNumbers _numbers = new(0, 0, 0, 0, 0, 0, TimeSpan.Zero, []);
    private double? _backupAge;
    private IndexState _index = new(false, 0, 0, false);

    public ArchiveGauges(ArchiveReading reading, IndexLag lag, NightlyBackup backup, IMeterFactory meters, TimeProvider time)
    {
        _meter = meters.Create(MeterName);
        (_reading, _lag, _backup, _time) = (reading, lag, backup, time);
        _meter.CreateObservableGauge("kiosk.articles", () => _numbers.Articles, "{article}", "Articles in the archive.");
        _meter.CreateObservableGauge("kiosk.sources.failing", () => _numbers.Failing, "{source}", "Sources whose last visit failed.");
        _meter.CreateObservableGauge("kiosk.queue.length", Lengths, "{item}", "What waits, by queue.");
        _meter.CreateObservableGauge("kiosk.queue.age", Ages, "s", "How long the most overdue has waited, by queue.");
        _meter.CreateObservableGauge("kiosk.index.ready", () => _index.Ready ? 1 : 0, null, "Whether this node can search.");
        _meter.CreateObservableGauge("kiosk.index.articles", () => _index.Articles, "{article}", "Articles in this node's index.");
        _meter.CreateObservableGauge("kiosk.index.lag", () => _index.Changes, "{change}", "Changes that this node's index has not followed yet.");
        _meter.CreateObservableGauge("kiosk.backup.age", () => _backupAge ?? double.NaN, "s", "Since the newest backup; NaN if there is none.");
    }

    /// <summary>Reads the numbers that are shown next.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        _numbers = await _reading.ReadAsync(cancellation);
        _backupAge = _backup.Shelf.List() is [var newest, ..] ? (_time.GetUtcNow() - newest.Made).TotalSeconds : null;
        _index = await _lag.ReadAsync(cancellation);
    }

    private static KeyValuePair<string, object?> Queue(string name) => new("queue", name);

    private IEnumerable<Measurement<int>> Lengths() => [new(_numbers.Due, Queue("sources")), .. _numbers.Queues.Select(queue => new Measurement<int>(queue.Length, Queue(queue.Name)))];

    private IEnumerable<Measurement<double>> Ages() =>
        [new(_numbers.MostOverdue.TotalSeconds, Queue("sources")), .. _numbers.Queues.Select(queue => new Measurement<double>(queue.Overdue.TotalSeconds, Queue(queue.Name)))];
}
