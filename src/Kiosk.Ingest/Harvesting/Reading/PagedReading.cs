using System.Runtime.CompilerServices;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Dspace;
using Kiosk.Ingest.Formats.Pages;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>Lists with the newest first: read from the front until a page brings nothing unknown. The state is what was seen.</summary>
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
        var seen = SeenPrints.Parse(visit.StateOr<PagedState>().Seen);
        var visited = new HashSet<string> { visit.Source.Url };
        string? next = visit.Source.Url;
        for (var page = 0; next is not null && page < mostPages; page++)
        {
            var fetched = page == 0 ? await visit.FetchSourceAsync(cancellation) : await visit.FetchAsync(next, cancellation);
            var reading = SourceVisit.Came(fetched) ? read(fetched) : null;
            if (reading is null or { Problem: not null })
            {
                yield return Ended(fetched, reading, page, seen);
                yield break;
            }
            var fresh = reading.Items.Count(item => seen.Add(Name(item)));
            yield return new ReadBatch { Items = visit.Within(reading.Items), State = State(seen), Remark = reading.Remark, Fetched = fetched };
            next = fresh > 0 && reading.Next is { } following && visited.Add(following) ? following : null;
        }
    }

    // What went before is stored; that a later page fails is worth a remark, and the next harvest starts at the front again.
    private static ReadBatch Ended(FetchResult fetched, ListReading? reading, int page, SeenPrints seen)
    {
        var failed = reading is null ? SourceVisit.Failed(fetched, State(seen)) : new ReadBatch { Fetched = fetched, State = State(seen), Problem = reading.Problem };
        return page == 0 ? failed : failed with { Problem = null, Remark = $"Pagina {page + 1} van de lijst is niet gelezen. {failed.Problem}" };
    }

    private static string Name(Item item) => item.Id ?? item.Link ?? item.Title ?? "";

    private static string State(SeenPrints seen) => SourceVisit.ToJson(new PagedState { Seen = seen.ToString() });

    private sealed record PagedState
    {
        public string? Seen { get; init; }
    }
}
