namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>A line of a robots.txt: a field and its value, without comment and spaces around.</summary>
internal readonly record struct RobotsLine(RobotsField Field, string Value)
{
    private static readonly (string Name, RobotsField Field)[] Fields =
    [
        ("user-agent", RobotsField.UserAgent), ("disallow", RobotsField.Disallow), ("crawl-delay", RobotsField.CrawlDelay), ("sitemap", RobotsField.Sitemap),
    ];

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

    private static RobotsLine Of(string field, string value) => new(Meant(field.Trim().ToLowerInvariant()), value.Trim());

    /// <summary>With a slip of the pen in what keeps somebody out; what lets somebody in is to be written as it is.</summary>
    private static RobotsField Meant(string name) =>
        name == "allow" ? RobotsField.Allow : Array.Find(Fields, field => name == field.Name || PenSlip.IsOne(name, field.Name)).Field;
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
