using System.Net;
using System.Net.Sockets;

namespace Kiosk.Web.Operations;

/// <summary>
/// What requests to this node looked like, as far as it shows whether a web server in front of it is set up well. Keeps no address of a visitor: an address on the
/// internet may be one, and is passed over.
/// </summary>
public sealed class FrontDoor
{
    private volatile IPAddress? _unbelieved;
    private volatile bool _sawHttps;
    private volatile bool _sawPlain;

    /// <summary>A machine in our own network that passed requests on and is not believed; null if none did.</summary>
    public IPAddress? Unbelieved => _unbelieved;

    /// <summary>Whether requests came in over https, or were passed on as such.</summary>
    public bool SawHttps => _sawHttps;

    /// <summary>Whether a web server that is believed passed requests on as plain http.</summary>
    public bool SawPlain => _sawPlain;

    /// <summary>Looks at one request, after forwarded headers were taken in: those that are still there were not believed.</summary>
    public void Look(HttpContext http)
    {
        var from = http.Connection.RemoteIpAddress;
        var isPassedOn = http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("X-Forwarded-Proto");
        if (isPassedOn && from is not null && IsOurs(from))
            _unbelieved = from;
        if (http.Request.IsHttps)
            _sawHttps = true;
        else if (http.Request.Headers.ContainsKey("X-Original-For"))
            _sawPlain = true;
    }

    /// <summary>An address of a network that nobody on the internet has (RFC 1918, RFC 4193).</summary>
    private static bool IsOurs(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily == AddressFamily.InterNetworkV6)
            return plain.IsIPv6UniqueLocal || plain.IsIPv6LinkLocal;
        var bytes = plain.GetAddressBytes();
        return bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168);
    }
}
