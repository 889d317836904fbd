namespace Kiosk.Data;

/// <summary>What is known of the robots.txt of one site, so that a restart forgets nothing and all nodes keep to the same.</summary>
public sealed class SiteRobots
{
    /// <summary>Scheme, host and port, as <c>https://example.nl</c>, in lower case.</summary>
    public required string Site { get; set; }

    /// <summary>What it said when it last could be read, at most 500 KiB; null if it never could, or there is none.</summary>
    public byte[]? Body { get; set; }

    public string? ETag { get; set; }

    /// <summary>The Last-Modified header as it came, to be sent back letter by letter.</summary>
    public string? LastModified { get; set; }

    /// <summary>When it was last asked for.</summary>
    public DateTimeOffset FetchedAt { get; set; }

    /// <summary>When it is asked for again.</summary>
    public DateTimeOffset ValidUntil { get; set; }

    /// <summary>Since when it has been out of reach without a break; null if it is not.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>What went wrong, in Dutch; null if nothing did.</summary>
    public string? Problem { get; set; }
}
