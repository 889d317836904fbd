namespace Kiosk.Ingest.Fetching;

/// <summary>How a fetch ended.</summary>
public enum FetchOutcome
{
    /// <summary>A body came; it may be empty.</summary>
    Fetched,

    /// <summary>304: what we have is still right.</summary>
    NotModified,

    /// <summary>No connection, no HTTP, or the answer broke off.</summary>
    Unreachable,

    /// <summary>It took too long, in all or between two pieces.</summary>
    TimedOut,

    /// <summary>401, 402, 403, 407 or 451.</summary>
    Refused,

    /// <summary>404 or 410.</summary>
    Gone,

    /// <summary>429 or 503.</summary>
    Busy,

    /// <summary>Any other status that is no success, or redirects that lead nowhere.</summary>
    ServerError,

    /// <summary>The body is larger than the cap.</summary>
    TooLarge,

    /// <summary>The address, or one it redirects to, may not be fetched.</summary>
    Forbidden,

    /// <summary>robots.txt of the site asks us not to come here; nothing was fetched.</summary>
    Disallowed,
}
