using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Identity;

/// <summary>The spelling of the names that articles are known by.</summary>
public static class Alias
{
    private const int LongestReadable = 400;

    /// <summary>A canonical URL (see <see cref="CanonicalUrl"/>): the same for every source.</summary>
    public static string Url(string canonical) => Bounded("url:", canonical);

    /// <summary>A guid, which means something within its source only.</summary>
    public static string Guid(int sourceId, string guid) => Bounded(string.Create(CultureInfo.InvariantCulture, $"guid:{sourceId}:"), guid);

    /// <summary>A name that holds everywhere: a DOI, a handle, a URN, an ECLI.</summary>
    public static string Identifier(string identifier) => Bounded("id:", identifier.ToLowerInvariant());

    /// <summary>The hash of an item's words, within its source.</summary>
    public static string Text(int sourceId, string hash) => string.Create(CultureInfo.InvariantCulture, $"text:{sourceId}:{hash}");

    /// <summary>The hash of a text's words, for every source (see <see cref="WordsHash"/>).</summary>
    public static string Words(string hash) => "words:" + hash;

    /// <summary>Keeps index entries small: what is longer than a person would read is hashed.</summary>
    private static string Bounded(string prefix, string name) =>
        prefix + (name.Length <= LongestReadable ? Characters.Storable(name) : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
}
