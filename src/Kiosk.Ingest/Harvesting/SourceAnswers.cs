using System.Security.Cryptography;
using Kiosk.Data;
using Kiosk.Ingest.Fetching;

namespace Kiosk.Ingest.Harvesting;

/// <summary>Fetches for one visit, and remembers what the visit must write down.</summary>
public sealed class SourceAnswers(Source source, PoliteFetcher fetcher)
{
    private bool _isDetour;

    /// <summary>The last answer of all; null if nothing was asked.</summary>
    public FetchResult? Last { get; private set; }

    /// <summary>The answer at the source's own address, if it brought a body; its validators are for the next visit.</summary>
    public FetchResult? Body { get; private set; }

    /// <summary>SHA-256 of that body, in hex; null if none came.</summary>
    public string? BodyHash { get; private set; }

    /// <summary>The last answer at the source's own address, whatever is asked there; null if nothing was.</summary>
    public FetchResult? Own { get; private set; }

    /// <summary>Where that address has moved to for good; null if it has not.</summary>
    public string? MovedTo { get; private set; }

    /// <summary>True if the server says that the address is gone for good: 410 there, and not on a detour.</summary>
    public bool IsGoneForGood => Own is { StatusCode: 410 } && !_isDetour;

    /// <summary>The longest rest that was asked for; null if none was.</summary>
    public TimeSpan? RetryAfter { get; private set; }

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
        if (fetched.RetryAfter > (RetryAfter ?? TimeSpan.Zero))
            RetryAfter = fetched.RetryAfter;
        NoteOwn(request.Url, fetched);
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

    private void NoteOwn(string asked, FetchResult fetched)
    {
        if (asked != source.Url && WithoutQuery(asked) != WithoutQuery(source.Url))
            return;
        Own = fetched;
        _isDetour = Uri.TryCreate(fetched.PermanentUrl ?? asked, UriKind.Absolute, out var own) && own != new Uri(fetched.FinalUrl);
        MovedTo = fetched.PermanentUrl is { } moved ? OwnAddressAt(moved, asked) : null;
    }

    /// <summary>The source's address where one of its questions moved to; null if the question was lost on the way.</summary>
    private string? OwnAddressAt(string moved, string asked)
    {
        if (asked == source.Url)
            return moved;
        var (question, kept) = (asked[WithoutQuery(asked).Length..], moved[WithoutQuery(moved).Length..]);
        return question == kept ? WithoutQuery(moved) + source.Url[WithoutQuery(source.Url).Length..] : null;
    }

    private static string WithoutQuery(string url) => url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? url[..query] : url;
}
