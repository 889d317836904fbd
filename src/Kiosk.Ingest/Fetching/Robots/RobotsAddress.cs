namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>Path and query of an address, in the two spellings of <see cref="RobotsSpelling"/>.</summary>
internal sealed record RobotsAddress(string AsWritten, string Normal)
{
    // Rules are compared with no more of an address than this.
    private const int LongestPath = 16_384;

    /// <summary>RFC 9309 (2.2.2): the file itself may always be asked for.</summary>
    public bool IsRobotsFile => AsWritten == "/robots.txt";

    public static RobotsAddress Of(string urlOrPath)
    {
        ArgumentNullException.ThrowIfNull(urlOrPath);
        var path = RobotsText.Spread(PathAndQuery(urlOrPath));
        return new RobotsAddress(RobotsSpelling.OfAddress(path), RobotsSpelling.NormalOfAddress(path));
    }

    /// <summary>Taken from the text, since <see cref="Uri"/> would decode what the comparison has to see.</summary>
    private static string PathAndQuery(string url)
    {
        var path = url.AsSpan();
        var scheme = path.IndexOf("://");
        if (scheme > 0 && !path[..scheme].ContainsAny('/', '?', '#'))
        {
            path = path[(scheme + 3)..];
            var host = path.IndexOfAny('/', '?', '#');
            path = host < 0 ? "" : path[host..];
        }

        var fragment = path.IndexOf('#');
        if (fragment >= 0)
            path = path[..fragment];
        path = path[..Math.Min(path.Length, LongestPath)];
        return path is ['/', ..] ? path.ToString() : $"/{path}";
    }
}
