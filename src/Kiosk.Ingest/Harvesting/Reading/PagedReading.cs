using System.Runtime.CompilerServices;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Dspace;
using Kiosk.Ingest.Formats.Pages;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>
/// Lists with the newest first: read from the front until a page brings nothing unknown. The state is what was seen, which counts once the last page was read: until then
/// the next harvest starts with what was seen before this one, so that a page that failed, or that a stopped kiosk did not come to, is not passed over.
/// </summary>
internal static class PagedReading
{
    public static IAsyncEnumerable<ReadBatch> PageAsync(SourceVisit visit, CancellationToken cancellation) => ReadAsync(
        visit, visit.Limits.ListPages,
        fetched => PageReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched), visit.Select.Links, visit.Select.Within), cancellation);

    public static IAsyncEnumerable<ReadBatch> DspaceAsync(SourceVisit visit, CancellationToken cancellation) => ReadAsync(
        visit, visit.Limits.ServicePages,
        fetched => DspaceReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched)), cancellation);

    private static async IAsyncEnumerable<ReadBatch> ReadAsync(
        SourceVisit visit, int mostPages, Func<FetchResult, ListReading> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var before = visit.StateOr<PagedState>();
        var (seen, halfway) = (SeenPrints.Parse(before.Seen), SourceVisit.ToJson(before with { IsHalfway = true }));
        var visited = new HashSet<string> { visit.Source.Url };
        string? next = visit.Source.Url;
        for (var page = 0; next is not null && page < mostPages; page++)
        {
            // Halfway, a first page that did not change would hide the others.
            var fetched = page == 0 && !before.IsHalfway ? await visit.FetchSourceAsync(cancellation) : await visit.FetchAsync(next, cancellation);
            var reading = SourceVisit.Came(fetched) ? read(fetched) : null;
            if (reading is null or { Problem: not null })
            {
                yield return Ended(fetched, reading, page, page == 0 ? visit.State : MayComeRight(fetched.Outcome) ? halfway : State(seen));
                yield break;
            }
            var fresh = reading.Items.Count(item => seen.Add(Name(item)));
            next = fresh > 0 && page + 1 < mostPages && reading.Next is { } following && visited.Add(following) ? following : null;
            yield return new ReadBatch { Items = visit.Within(reading.Items), State = next is null ? State(seen) : halfway, Remark = reading.Remark, Fetched = fetched };
        }
    }

    // What went before is stored; that a later page fails is worth a remark.
    private static ReadBatch Ended(FetchResult fetched, ListReading? reading, int page, string? state)
    {
        var failed = reading is null ? SourceVisit.Failed(fetched, state) : new ReadBatch { Fetched = fetched, State = state, Problem = reading.Problem };
        return page == 0 ? failed : failed with { Problem = null, Remark = $"Pagina {page + 1} van de lijst is niet gelezen. {failed.Problem}" };
    }

    /// <summary>A page that is not there, or that we may not read, ends the list.</summary>
    private static bool MayComeRight(FetchOutcome outcome) => outcome is FetchOutcome.Unreachable or FetchOutcome.TimedOut or FetchOutcome.Busy or FetchOutcome.ServerError;

    private static string Name(Item item) => item.Id ?? item.Link ?? item.Title ?? "";

    private static string State(SeenPrints seen) => SourceVisit.ToJson(new PagedState { Seen = seen.ToString() });

    private sealed record PagedState
    {
        public string? Seen { get; init; }

        /// <summary>True if pages behind the first are still to be read.</summary>
        public bool IsHalfway { get; init; }
    }
}
