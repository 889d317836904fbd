using System.Collections.Frozen;

namespace Kiosk.Ingest.Formats.Markup;

/// <summary>Short names for the namespaces that feeds use, whichever prefix, scheme or case they write.</summary>
internal static class Modules
{
    private static readonly FrozenDictionary<string, string> ByNamespace = Table(
        ("", " purl.org/rss/1.0 purl.org/net/rss1.1 my.netscape.com/rdf/simple/0.9 channel.netscape.com/rdf/simple/0.9 backend.userland.com/rss2"
            + " backend.userland.com/rss blogs.law.harvard.edu/tech/rss cyber.law.harvard.edu/rss"),
        ("atom", "www.w3.org/2005/atom purl.org/atom/ns purl.org/atom www.w3.org/2005/10/23/atom"),
        ("dc", "purl.org/dc/elements/1.1 purl.org/dc/elements/1.0 purl.org/dc"),
        ("dcterms", "purl.org/dc/terms"),
        ("content", "purl.org/rss/1.0/modules/content"),
        ("sy", "purl.org/rss/1.0/modules/syndication"),
        ("media", "search.yahoo.com/mrss www.rssboard.org/media-rss"),
        ("itunes", "www.itunes.com/dtds/podcast-1.0.dtd www.itunes.com/dtds/podcast"),
        ("feedburner", "rssnamespace.org/feedburner/ext/1.0"),
        ("rdf", "www.w3.org/1999/02/22-rdf-syntax-ns"),
        ("xhtml", "www.w3.org/1999/xhtml"));

    private static readonly FrozenDictionary<string, string> ByPrefix = Table(
        ("", "rss"), ("atom", "atom a10 atom10 atom03"), ("dc", "dc"), ("dcterms", "dcterms dct"), ("content", "content"), ("media", "media"),
        ("itunes", "itunes"), ("feedburner", "feedburner"), ("rdf", "rdf"), ("xhtml", "xhtml"));

    /// <summary>The module of a name; an unknown namespace with an unknown prefix is a module of its own.</summary>
    /// <param name="uri">The namespace; null if the prefix was never declared.</param>
    /// <param name="prefix">In lower case; "" for none.</param>
    public static string Of(string? uri, string prefix)
    {
        if (uri is not null && ByNamespace.TryGetValue(Plain(uri), out var module))
            return module;
        if (prefix.Length == 0)
            return "";
        return ByPrefix.GetValueOrDefault(prefix, prefix);
    }

    private static string Plain(string uri)
    {
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        return uri[(scheme < 0 ? 0 : scheme + 3)..].Trim().TrimEnd('/', '#', '?').ToLowerInvariant();
    }

    private static FrozenDictionary<string, string> Table(params ReadOnlySpan<(string Module, string Names)> rows)
    {
        var table = new Dictionary<string, string>();
        foreach (var (module, names) in rows)
            foreach (var name in names.Split(' '))
                table.Add(name, module);
        return table.ToFrozenDictionary();
    }
}
