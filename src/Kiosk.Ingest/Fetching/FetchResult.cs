namespace Kiosk.Ingest.Fetching;

/// <summary>What came of a fetch. Every failure that a server can cause is one of these, never an exception.</summary>
public sealed record FetchResult
{
    public required FetchOutcome Outcome { get; init; }

    /// <summary>What happened and what it means, in Dutch, for people.</summary>
    public required string Message { get; init; }

    /// <summary>Where the last answer came from; equal to the request's URL without redirects.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>The status of the last answer; null if none came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Decompressed; empty unless <see cref="FetchOutcome.Fetched"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The Content-Type header as it came; null if there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the address has moved to for good: the end of the unbroken chain of 301s and 308s that it began with; null if there is none.</summary>
    public string? PermanentUrl { get; init; }

    /// <summary>To be sent back letter by letter; null if there is none.</summary>
    public string? ETag { get; init; }

    /// <summary>To be sent back letter by letter; null if there is none.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the server says that this answer stays right (RFC 9111: max-age less age), at most a year; null if it does not say, or says no time at all.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>How long the server asks to be left alone: at least a second, at most 7 days; null if it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
