using System.Text;

namespace Kiosk.Ingest.Identity;

/// <summary>
/// The key by which a page is recognised, however its address is written: <c>example.nl/pad?x=1</c>. A key is for comparing, not for
/// fetching. Two addresses with one key are taken for the same page, so only differences that servers ignore are levelled out.
/// </summary>
public static class CanonicalUrl
{
    private const int MaxLength = 8_000;

    /// <summary>The key; null if the text is no http(s) address. The key of a key (with any scheme put in front) is the key itself.</summary>
    public static string? Of(string? url)
    {
        var text = url?.Trim();
        if (text is not { Length: > 0 and <= MaxLength } || !Uri.TryCreate(text, UriKind.Absolute, out var parsed))
            return null;
        return WebHost.Of(parsed) is { } host ? Key(parsed, host) : null;
    }

    /// <summary>Whether the last part of a path names what a server gives for the folder as well.</summary>
    internal static bool IsIndex(string segment) =>
        segment.ToLowerInvariant().Split('.') is ["index" or "default", "html" or "htm" or "shtml" or "php" or "asp" or "aspx" or "jsp" or "cfm"];

    private static string Key(Uri url, string name)
    {
        var key = new StringBuilder(Host(name));
        if (!url.IsDefaultPort && url.Port is not (80 or 443))
            key.Append(':').Append(url.Port);
        key.Append(Path(url.AbsolutePath)).Append(Query(url.Query));
        // A fragment that begins with #! or #/ is the address of a page inside a program.
        if (url.Fragment.StartsWith("#!", StringComparison.Ordinal) || url.Fragment.StartsWith("#/", StringComparison.Ordinal))
            key.Append('#').Append(PercentEncoding.Normalize(url.Fragment[1..]));
        return key.ToString();
    }

    private static string Host(string name)
    {
        var host = name.ToLowerInvariant().TrimEnd('.');
        return host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0 ? host[4..] : host;
    }

    private static string Path(string raw)
    {
        var session = raw.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        var segments = PercentEncoding.Normalize(session < 0 ? raw : raw[..session]).Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (segments.Count > 0 && IsIndex(segments[^1]))
            segments.RemoveAt(segments.Count - 1);
        return segments.Count == 0 ? "" : "/" + string.Join('/', segments);
    }

    private static string Query(string raw)
    {
        var parameters = (raw.Length > 0 ? raw[1..] : "").Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static parameter => Unescaped(PercentEncoding.NormalizeQuery(parameter)))
            .Where(static parameter => !TrackingParameters.Contains(parameter.Split('=')[0]))
            .Select(static parameter => parameter.EndsWith('=') && parameter.IndexOf('=', StringComparison.Ordinal) == parameter.Length - 1 ? parameter[..^1] : parameter)
            .Where(static parameter => parameter.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return parameters.Count == 0 ? "" : "?" + string.Join('&', parameters);
    }

    /// <summary>Without the rest of an <c>&amp;amp;</c> that was escaped once too often, as feeds do.</summary>
    private static string Unescaped(string parameter)
    {
        while (parameter.StartsWith("amp;", StringComparison.OrdinalIgnoreCase))
            parameter = parameter[4..];
        return parameter;
    }
}
