using System.Collections.Frozen;

namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>A line of a robots.txt: a field and its value, without comment and spaces around.</summary>
internal readonly record struct RobotsLine(RobotsField Field, string Value)
{
    // With the slips of the pen that are common: who writes them means to keep somebody out.
    private static readonly FrozenDictionary<string, RobotsField> Fields = new (RobotsField Field, string[] Names)[]
    {
        (RobotsField.UserAgent, ["user-agent", "useragent", "user agent"]),
        (RobotsField.Allow, ["allow"]),
        (RobotsField.Disallow, ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"]),
        (RobotsField.CrawlDelay, ["crawl-delay", "crawldelay", "crawl delay"]),
        (RobotsField.Sitemap, ["sitemap", "site-map"]),
    }.SelectMany(static row => row.Names.Select(name => (name, row.Field))).ToFrozenDictionary(static row => row.name, static row => row.Field, StringComparer.OrdinalIgnoreCase);

    public static RobotsLine Of(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var text = (comment < 0 ? line : line[..comment]).Trim(' ', '\t', '\0', '\u00A0');
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? WithoutColon(text) : Of(text[..colon], text[(colon + 1)..]);
    }

    /// <summary>A forgotten colon is forgiven where the line can mean only one thing: a field and one value.</summary>
    private static RobotsLine WithoutColon(string text) =>
        text.Split([' ', '\t'], 3, StringSplitOptions.RemoveEmptyEntries) is [var field, var value] ? Of(field, value) : default;

    private static RobotsLine Of(string field, string value) =>
        Fields.TryGetValue(field.Trim(), out var known) ? new RobotsLine(known, value.Trim()) : default;
}

/// <summary>What a line speaks of.</summary>
internal enum RobotsField
{
    Unknown,
    UserAgent,
    Allow,
    Disallow,
    CrawlDelay,
    Sitemap,
}
