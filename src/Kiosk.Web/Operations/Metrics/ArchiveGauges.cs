using System.Diagnostics.Metrics;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Operations.Metrics;

/// <summary>What the archive and this node's index say of themselves, read anew each time that somebody looks at the metrics.</summary>
public sealed class ArchiveGauges
{
    public const string MeterName = "Kiosk.Archive";

    private readonly IDbContextFactory<KioskDb> _factory;
    private readonly IndexLag _lag;
    private readonly NightlyBackup _backup;
    private readonly TimeProvider _time;
    private readonly Meter _meter;
    private Numbers _numbers = new(0, 0, 0, 0, 0, null);
    private IndexState _index = new(false, 0, 0, false);

    public ArchiveGauges(IDbContextFactory<KioskDb> factory, IndexLag lag, NightlyBackup backup, IMeterFactory meters, TimeProvider time)
    {
        _meter = meters.Create(MeterName);
        (_factory, _lag, _backup, _time) = (factory, lag, backup, time);
        _meter.CreateObservableGauge("kiosk.articles", () => _numbers.Articles, "{article}", "Articles in the archive.");
        _meter.CreateObservableGauge("kiosk.sources.failing", () => _numbers.Failing, "{source}", "Sources whose last visit failed.");
        _meter.CreateObservableGauge("kiosk.queue.length", Lengths, "{item}", "What waits, by queue.");
        _meter.CreateObservableGauge("kiosk.queue.age", () => new Measurement<double>(_numbers.OldestDue, Queue("sources")), "s", "How long the most overdue has waited, by queue.");
        _meter.CreateObservableGauge("kiosk.index.ready", () => _index.Ready ? 1 : 0, null, "Whether this node can search.");
        _meter.CreateObservableGauge("kiosk.index.articles", () => _index.Articles, "{article}", "Articles in this node's index.");
        _meter.CreateObservableGauge("kiosk.index.lag", () => _index.Changes, "{change}", "Changes that this node's index has not followed yet.");
        _meter.CreateObservableGauge("kiosk.backup.age", () => _numbers.BackupAge ?? double.NaN, "s", "Since the newest backup; NaN if there is none.");
    }

    /// <summary>Reads the numbers that are shown next.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var visited = db.Sources.Where(Source.IsVisited);
        var due = visited.Where(source => source.NextCheckAt < now);
        var oldest = await due.MinAsync(source => (DateTimeOffset?)source.NextCheckAt, cancellation);
        _numbers = new Numbers(
            await db.Articles.CountAsync(cancellation),
            await visited.CountAsync(source => source.FailureCount > 0, cancellation),
            await due.CountAsync(cancellation),
            oldest is { } since ? (now - since).TotalSeconds : 0,
            await db.PagesToRead.CountAsync(page => page.State == PageState.Waiting || page.State == PageState.Retrying, cancellation),
            _backup.Shelf.List() is [var newest, ..] ? (now - newest.Made).TotalSeconds : null);
        _index = await _lag.ReadAsync(cancellation);
    }

    private static KeyValuePair<string, object?> Queue(string name) => new("queue", name);

    private IEnumerable<Measurement<int>> Lengths() => [new(_numbers.Due, Queue("sources")), new(_numbers.Pages, Queue("pages"))];

    private sealed record Numbers(int Articles, int Failing, int Due, double OldestDue, int Pages, double? BackupAge);
}
