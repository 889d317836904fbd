using Kiosk.Data;
using Kiosk.Ingest.Fetching;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>Reads a source of any kind, piece by piece. The one place that knows which kind is read how.</summary>
public sealed class SourceReader(TimeProvider time, ReadingLimits? limits = null)
{
    private readonly ReadingLimits _limits = limits ?? new ReadingLimits();

    /// <summary>Yields at least one batch. Whatever a source sends is a batch or a problem, never an exception.</summary>
    /// <param name="source">The source; it is not changed.</param>
    /// <param name="state">What the last batch of the last harvest gave; null for the first. Text that cannot be read counts as null.</param>
    /// <param name="fetch">Gets one address, politely; called one request at a time.</param>
    /// <param name="cancellation">Stops between requests.</param>
    public IAsyncEnumerable<ReadBatch> ReadAsync(
        Source source, string? state, Func<FetchRequest, CancellationToken, Task<FetchResult>> fetch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(fetch);
        var visit = new SourceVisit(source, state, fetch, time, _limits);
        return source.Format switch
        {
            SourceFormat.Feed => DocumentReading.FeedAsync(visit, cancellation),
            SourceFormat.Calendar => DocumentReading.CalendarAsync(visit, cancellation),
            SourceFormat.Sitemap => SitemapHarvest.ReadAsync(visit, cancellation),
            SourceFormat.Page => PagedReading.PageAsync(visit, cancellation),
            SourceFormat.Dspace => PagedReading.DspaceAsync(visit, cancellation),
            SourceFormat.OaiPmh => RepositoryHarvest.ReadAsync(visit, cancellation),
            SourceFormat.Rechtspraak => RulingHarvest.ReadAsync(visit, cancellation),
            SourceFormat.Tweedekamer => ParliamentHarvest.ReadAsync(visit, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source.Format, "No such kind of source."),
        };
    }
}
