using System.Net;
using System.Net.Sockets;

namespace Kiosk.Ingest.Fetching;

/// <summary>
/// Tells addresses on the public internet from those that lead into somebody's own network. After the IANA registries of special-purpose
/// IPv4 and IPv6 addresses (RFC 6890 and what updates it).
/// </summary>
internal static class PublicInternet
{
    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8", // this network
        "10.0.0.0/8", // private
        "100.64.0.0/10", // carrier-grade NAT
        "127.0.0.0/8", // loopback
        "169.254.0.0/16", // link-local, and the metadata address of clouds
        "172.16.0.0/12", // private
        "192.0.0.0/24", // protocol assignments
        "192.0.2.0/24", // documentation
        "192.31.196.0/24", // AS112
        "192.52.193.0/24", // AMT
        "192.88.99.0/24", // 6to4 relay
        "192.168.0.0/16", // private
        "192.175.48.0/24", // AS112
        "198.18.0.0/15", // benchmarks
        "198.51.100.0/24", // documentation
        "203.0.113.0/24", // documentation
        "224.0.0.0/4", // multicast
        "240.0.0.0/4", // reserved, broadcast
        "168.63.129.16/32", // Azure's metadata
        "100.100.100.200/32"); // Alibaba's metadata

    // Of IPv6 only 2000::/3 is handed out for the public internet; these are the exceptions within it.
    private static readonly IPNetwork[] SpecialV6 = Networks(
        "2001::/23", // protocol assignments: Teredo, ORCHID, benchmarks
        "2001:db8::/32", // documentation
        "2002::/16", // 6to4: leads to an IPv4 address inside
        "2620:4f:8000::/48", // AS112
        "3fff::/20"); // documentation

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    // NAT64 leads to the IPv4 address in the last four bytes.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True if the address may be connected to.</summary>
    public static bool Holds(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(SpecialV4, network => network.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
            return false;
        // IPv4 in IPv6 clothes: mapped and NAT64. The old IPv4-compatible form lies outside 2000::/3, as do ULA, link-local, site-local and multicast.
        if (address.IsIPv4MappedToIPv6)
            return Holds(address.MapToIPv4());
        if (Nat64.Contains(address))
            return Holds(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return GlobalV6.Contains(address) && !Array.Exists(SpecialV6, network => network.Contains(address));
    }

    private static IPNetwork[] Networks(params string[] networks) => Array.ConvertAll(networks, static network => IPNetwork.Parse(network));
}
