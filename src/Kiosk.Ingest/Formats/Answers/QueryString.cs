namespace Kiosk.Ingest.Formats.Answers;

/// <summary>Reading and replacing the parameters of an address, the others left as they are written.</summary>
internal static class QueryString
{
    /// <summary>The decoded value; null if the address has no such parameter.</summary>
    public static string? Get(string url, string name) =>
        Parts(url).Where(pair => pair[0] == name).Select(pair => pair.Length < 2 ? "" : Uri.UnescapeDataString(pair[1].Replace('+', ' '))).FirstOrDefault();

    /// <summary>The address with this parameter once for each value; none takes it out.</summary>
    public static string With(string url, string name, params ReadOnlySpan<string> values)
    {
        var kept = Parts(url).Where(pair => pair[0] != name).Select(pair => string.Join('=', pair)).ToList();
        foreach (var value in values)
            kept.Add($"{name}={Uri.EscapeDataString(value)}");
        var path = url.Split('?', '#')[0];
        return kept.Count == 0 ? path : $"{path}?{string.Join('&', kept)}";
    }

    private static IEnumerable<string[]> Parts(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return query < 0
            ? []
            : url[(query + 1)..].Split('#')[0].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
    }
}
