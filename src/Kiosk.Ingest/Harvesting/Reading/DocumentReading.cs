using System.Runtime.CompilerServices;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Calendar;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>Sources that are one document: feeds and calendars. They leave no state.</summary>
internal static class DocumentReading
{
    public static async IAsyncEnumerable<ReadBatch> FeedAsync(SourceVisit visit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var fetched = await visit.FetchSourceAsync(cancellation);
        if (!SourceVisit.Came(fetched))
        {
            yield return SourceVisit.Failed(fetched, state: null);
            yield break;
        }
        var reading = FeedReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched));
        yield return new ReadBatch
        {
            Items = visit.Within(reading.Feed?.Items ?? []),
            SiteUrl = Uri.IsWellFormedUriString(reading.Feed?.Link, UriKind.Absolute) ? reading.Feed!.Link : null,
            Language = reading.Feed?.Language,
            AskedInterval = reading.Feed?.AskedInterval,
            Problem = reading.Problem,
            Remark = reading.Remark,
            Fetched = fetched,
        };
    }

    public static async IAsyncEnumerable<ReadBatch> CalendarAsync(SourceVisit visit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Not conditional: which time of a repeating event is next changes without the file.
        var fetched = await visit.FetchAsync(visit.Source.Url, cancellation);
        if (!SourceVisit.Came(fetched))
        {
            yield return SourceVisit.Failed(fetched, state: null);
            yield break;
        }
        var reading = CalendarReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched), visit.Now);
        yield return new ReadBatch { Items = visit.Within(reading.Items), Problem = reading.Problem, Remark = reading.Remark, Fetched = fetched };
    }
}
