namespace Kiosk.Ingest.Identity;

/// <summary>The host of a web address as name servers know it.</summary>
internal static class WebHost
{
    /// <summary>In ASCII (RFC 5891), in lower case unless it was written otherwise; null if the address is not http(s), or its host is no name that can be: <see cref="Uri"/> takes more than that.</summary>
    public static string? Of(Uri url)
    {
        if (url is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            return null;
        try
        {
            var host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;
            return host.Length > 0 ? host : null;
        }
        catch (UriFormatException)
        {
            // Letters that no domain name can have are found out only here.
            return null;
        }
    }
}
