using System.Runtime.CompilerServices;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.OaiPmh;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>A repository over OAI-PMH: what changed since the last harvest, page by page. A list that cannot be finished before its token
/// expires is asked for in smaller windows.</summary>
internal static class RepositoryHarvest
{
    private const int MostRestarts = 3;

    public static async IAsyncEnumerable<ReadBatch> ReadAsync(SourceVisit visit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var window = new OaiWindow(visit);
        var state = await window.PreparedAsync(OaiState.Parse(visit.State), cancellation);
        var restarts = 0;
        for (var page = 0; page < visit.Limits.ServicePages; page++)
        {
            state = window.Begun(state);
            var fetched = await visit.FetchAsync(window.Url(state), cancellation);
            var reading = SourceVisit.Came(fetched) ? OaiReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched)) : null;
            if (restarts < MostRestarts && window.Remedied(state, fetched, reading) is { } remedied)
            {
                (state, restarts) = (remedied, restarts + 1);
                continue;
            }
            if (reading is null or { Problem: not null })
            {
                yield return new ReadBatch { Fetched = fetched, State = state.ToJson(), Problem = reading?.Problem ?? fetched.Message };
                yield break;
            }
            var after = state.After(reading);
            var isLoop = after is null;
            after = isLoop ? state.Restarted() : after!.Token is null ? after.Completed() : after;
            yield return new ReadBatch
            {
                Items = visit.Within(reading.Items),
                Gone = reading.Deleted,
                State = after.ToJson(),
                Remark = reading.Remark,
                Problem = isLoop ? "Het archief geeft steeds dezelfde bladzijde terug, dus we zijn gestopt. De volgende keer proberen we het opnieuw." : null,
                Fetched = fetched,
            };
            if (isLoop || (after.Begun is null && state.Until is null))
                yield break;
            state = after;
        }
        yield return new ReadBatch { State = state.ToJson(), Remark = "Het archief heeft nog meer; dat volgt bij de volgende keren." };
    }
}
