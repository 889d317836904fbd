using System.Security.Cryptography;
using Kiosk.Data;
using Kiosk.Ingest.Fetching;

namespace Kiosk.Ingest.Harvesting;

/// <summary>Fetches for one visit, and remembers what the visit must write down.</summary>
public sealed class SourceAnswers(Source source, PoliteFetcher fetcher)
{
    /// <summary>The last answer of all; null if nothing was asked.</summary>
    public FetchResult? Last { get; private set; }

    /// <summary>The answer at the source's own address, if it brought a body; its validators are for the next visit.</summary>
    public FetchResult? Body { get; private set; }

    /// <summary>SHA-256 of that body, in hex; null if none came.</summary>
    public string? BodyHash { get; private set; }

    /// <summary>Decoded bytes in all.</summary>
    public long Bytes { get; private set; }

    /// <summary>How the visit ends if the source's own answer said that there is nothing new; null if it did not.</summary>
    public Visit? NothingNew { get; private set; }

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        var isFeed = source.Format == SourceFormat.Feed;
        var fetched = isFeed ? await fetcher.FetchOfferedAsync(request, cancellation) : await fetcher.FetchAsync(request, cancellation);
        Last = fetched;
        Bytes += fetched.Body.Length;
        if (request.Url != source.Url)
            return fetched;
        if (fetched.Outcome == FetchOutcome.NotModified)
            NothingNew = Visit.Ended(source, HarvestOutcome.NotModified, VisitMessages.NotModified);
        if (fetched.Outcome != FetchOutcome.Fetched)
            return fetched;
        (Body, BodyHash) = (fetched, Convert.ToHexStringLower(SHA256.HashData(fetched.Body.Span)));
        if (!isFeed || BodyHash != source.BodyHash)
            return fetched;
        // A server without validators sent the same again: as good as a 304.
        NothingNew = Visit.Ended(source, HarvestOutcome.Unchanged, VisitMessages.SameBody);
        return fetched with { Outcome = FetchOutcome.NotModified, Body = default };
    }
}
