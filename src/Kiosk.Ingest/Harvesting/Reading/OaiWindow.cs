using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.OaiPmh;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>Which part of a repository is asked for, and how.</summary>
internal sealed class OaiWindow(SourceVisit visit)
{
    // The Dutch ones tell where the file is; Dublin Core every repository must have.
    private static readonly string[] Preferred = ["nl_didl", "didl_mods", "didl"];

    private readonly OaiRequest _request = OaiRequest.Of(visit.Source.Url);

    /// <summary>Finds out once what the repository can do. As long as it does not say, what every repository can do is used, and it is asked
    /// again the next time.</summary>
    public async Task<OaiState> PreparedAsync(OaiState state, CancellationToken cancellation)
    {
        if (state.Prefix is not null)
            return state;
        var isChosen = QueryString.Get(visit.Source.Url, "metadataPrefix") is not null;
        var identity = (await AskAsync(_request.Identify, cancellation))?.Identity;
        var formats = isChosen || identity is null ? null : await AskAsync(_request.ListMetadataFormats, cancellation);
        if (identity is null || (formats is null && !isChosen))
            return state with { HasDayGranularity = true };
        return state with
        {
            HasDayGranularity = identity.HasDayGranularity,
            Prefix = Array.Find(Preferred, prefix => formats?.Prefixes.Contains(prefix, StringComparer.Ordinal) ?? false) ?? _request.Prefix,
        };
    }

    /// <summary>The state with a window to ask for: the one under way, or the next.</summary>
    public OaiState Begun(OaiState state) => state.Begun is not null ? state : state with
    {
        Begun = visit.Now,
        From = state.Done is { } done ? done - visit.Limits.RepositoryOverlap : visit.Now - visit.Limits.FirstRepositoryWindow,
    };

    public string Url(OaiState state) => state.Token is { } token
        ? _request.Resume(token)
        : (_request with { Prefix = state.Prefix ?? _request.Prefix, From = state.From, Until = state.Until, HasDayGranularity = state.HasDayGranularity }).ListRecords;

    /// <summary>The state to try again with; null if the answer is good, or bad beyond remedy.</summary>
    public OaiState? Remedied(OaiState state, FetchResult fetched, OaiReading? reading)
    {
        // Some repositories answer 400, 404 or 500 to a token that they have forgotten.
        if (state.Token is not null && (reading?.Error == OaiErrors.BadResumptionToken || fetched.Outcome is FetchOutcome.Gone or FetchOutcome.ServerError))
            return Narrowed(state);
        return reading?.Error switch
        {
            OaiErrors.CannotDisseminateFormat when state.Prefix != OaiRequest.DublinCore => state.Restarted() with { Prefix = OaiRequest.DublinCore },
            OaiErrors.BadArgument when !state.HasDayGranularity => state.Restarted() with { HasDayGranularity = true },
            _ => null,
        };
    }

    // Half the window, but never so small that the overlap of the next one eats the progress.
    private OaiState Narrowed(OaiState state)
    {
        var from = state.From ?? visit.Now - visit.Limits.FirstRepositoryWindow;
        var width = (state.Until ?? state.Begun ?? visit.Now) - from;
        var smallest = visit.Limits.RepositoryOverlap * 3;
        return state.Restarted() with { From = from, Until = width > smallest * 2 ? from + (width / 2) : state.Until };
    }

    private async Task<OaiReading?> AskAsync(string url, CancellationToken cancellation)
    {
        var fetched = await visit.FetchAsync(url, cancellation);
        return SourceVisit.Came(fetched) ? OaiReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched)) : null;
    }
}
