namespace Kiosk.Ingest.Fetching;

/// <summary>How the kiosk fetches; the section <c>Kiosk:Fetch</c> of the configuration. Every value has a default.</summary>
public sealed record FetchOptions
{
    public const string Section = "Kiosk:Fetch";

    /// <summary>The project's page. An operator puts an address of their own in its place; the kiosk asks for it at every start.</summary>
    public const string DefaultContact = "https://example.org/de-kiosk";

    /// <summary>Where the owner of a site finds who is fetching: a web address or a mail address. Sent with every request.</summary>
    public string Contact { get; init; } = DefaultContact;

    /// <summary>Comma-separated <c>host:port</c> pairs that may be fetched although they are not on the public internet.</summary>
    public string AllowedPrivateHosts { get; init; } = "";

    /// <summary>The largest body that is read, in bytes after decompression.</summary>
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>What one fetch may take in all, redirects included, in seconds.</summary>
    public double TimeoutSeconds { get; init; } = 60;

    /// <summary>How long a server may send nothing, in seconds.</summary>
    public double IdleSeconds { get; init; } = 20;

    /// <summary>Redirects that are followed for one fetch.</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>The least time between the end of one request to a host and the start of the next, in seconds.</summary>
    public double HostGapSeconds { get; init; } = 1;
}
