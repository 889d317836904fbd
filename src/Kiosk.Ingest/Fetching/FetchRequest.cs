namespace Kiosk.Ingest.Fetching;

/// <summary>What to fetch.</summary>
/// <param name="Url">An absolute http(s) address.</param>
public sealed record FetchRequest(string Url)
{
    /// <summary>Sent back letter by letter as If-None-Match; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>Sent back letter by letter as If-Modified-Since; null for none.</summary>
    public string? LastModified { get; init; }

    /// <summary>The Accept header.</summary>
    public string Accept { get; init; } = "*/*";

    /// <summary>The largest body, in bytes after decompression; null for the option's value.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>True takes the first so many bytes of a larger body; false refuses such a body.</summary>
    public bool TakesBeginning { get; init; }

    /// <summary>What the whole fetch may take; null for the option's value.</summary>
    public TimeSpan? Timeout { get; init; }
}
