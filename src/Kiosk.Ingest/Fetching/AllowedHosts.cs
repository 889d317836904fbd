using System.Collections.Frozen;
using System.Globalization;

namespace Kiosk.Ingest.Fetching;

/// <summary>The <c>host:port</c> pairs that may be fetched although they are not on the public internet.</summary>
internal sealed class AllowedHosts(string list)
{
    private readonly FrozenSet<string> _pairs = Pairs(list).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Contains(string host, int port) =>
        _pairs.Contains(host.Trim('[', ']') + ":" + port.ToString(CultureInfo.InvariantCulture))
        || _pairs.Contains("[" + host.Trim('[', ']') + "]:" + port.ToString(CultureInfo.InvariantCulture));

    /// <summary>The entries that are no <c>host:port</c>.</summary>
    public static IEnumerable<string> Malformed(string? list) => Pairs(list).Where(static pair => !IsPair(pair));

    private static bool IsPair(string pair)
    {
        var colon = pair.LastIndexOf(':');
        return colon > 0
            && int.TryParse(pair.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            && Uri.CheckHostName(pair[..colon]) != UriHostNameType.Unknown;
    }

    private static string[] Pairs(string? list) =>
        (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
