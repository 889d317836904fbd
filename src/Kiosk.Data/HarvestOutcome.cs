namespace Kiosk.Data;

/// <summary>How one visit to a source ended.</summary>
public enum HarvestOutcome
{
    /// <summary>Not checked yet.</summary>
    None,

    /// <summary>New or changed articles were stored.</summary>
    Harvested,

    /// <summary>The source answered, and there was nothing new in it.</summary>
    Unchanged,

    /// <summary>The server answered 304: nothing was sent.</summary>
    NotModified,

    /// <summary>The server could not be reached, or broke off.</summary>
    Unreachable,

    /// <summary>The server took longer than the time limit.</summary>
    TimedOut,

    /// <summary>The server answered 401, 403, 451 or the like.</summary>
    Refused,

    /// <summary>The address gives 404 or 410.</summary>
    Gone,

    /// <summary>The server answered 429 or 503 and asks for patience.</summary>
    Busy,

    /// <summary>The server answered 5xx or another status that is no success.</summary>
    ServerError,

    /// <summary>The body was larger than the cap.</summary>
    TooLarge,

    /// <summary>The address, or one it redirects to, is not on the public internet.</summary>
    Forbidden,

    /// <summary>robots.txt of the site asks us not to come here.</summary>
    Disallowed,

    /// <summary>What came cannot be read as the source's format.</summary>
    Unreadable,

    /// <summary>A fault of the kiosk itself.</summary>
    Failed,
}
