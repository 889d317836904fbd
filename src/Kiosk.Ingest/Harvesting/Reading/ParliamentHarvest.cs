using System.Runtime.CompilerServices;
using Kiosk.Ingest.Formats.TweedeKamer;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>Papers of parliament in the order of their last change. The state is the last change that was read.</summary>
internal static class ParliamentHarvest
{
    public static async IAsyncEnumerable<ReadBatch> ReadAsync(SourceVisit visit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var state = visit.StateOr<ParliamentState>();
        var since = state.Since ?? visit.Now - visit.Limits.FirstServiceWindow;
        string? next = TweedeKamerRequest.ChangedSince(visit.Source.Url, since);
        var visited = new HashSet<string> { next };
        for (var page = 0; next is not null && page < visit.Limits.ServicePages; page++)
        {
            var fetched = await visit.FetchAsync(next, cancellation);
            if (!SourceVisit.Came(fetched))
            {
                yield return SourceVisit.Failed(fetched, State(since));
                yield break;
            }
            var reading = TweedeKamerReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched));
            foreach (var item in reading.Items)
                since = item.Updated > since ? item.Updated.Value : since;
            yield return new ReadBatch { Items = visit.Within(reading.Items), State = State(since), Remark = reading.Remark, Problem = reading.Problem, Fetched = fetched };
            next = reading.Next is { } following && visited.Add(following) ? following : null;
        }
    }

    private static string State(DateTimeOffset since) => SourceVisit.ToJson(new ParliamentState { Since = since });

    private sealed record ParliamentState
    {
        public DateTimeOffset? Since { get; init; }
    }
}
