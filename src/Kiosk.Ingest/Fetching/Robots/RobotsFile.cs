namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>
/// What a site asks of crawlers in its robots.txt (RFC 9309). Any bytes are a robots.txt; what is no rule is skipped. Where the RFC leaves
/// room, the reading that keeps us away wins.
/// </summary>
public sealed class RobotsFile
{
    /// <summary>The bytes that are read; RFC 9309 (2.5) asks for at least so many. The rest counts as not written.</summary>
    public const int MostBytes = 500 * 1024;

    private readonly List<RobotsGroup> _groups;

    private RobotsFile(List<RobotsGroup> groups, List<string> sitemaps)
    {
        _groups = groups;
        Sitemaps = sitemaps;
    }

    /// <summary>The addresses behind <c>Sitemap:</c>, as written and each once: they may be relative or no addresses at all.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    public static RobotsFile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(RobotsText.Bytes(text));
    }

    public static RobotsFile Parse(ReadOnlyMemory<byte> bytes)
    {
        var reader = new RobotsReader();
        foreach (var line in RobotsText.Lines(bytes.Span))
            reader.Read(line);
        return new RobotsFile(reader.Groups, reader.Sitemaps);
    }

    /// <summary>Whether the agent may ask for the address: the longest rule that matches decides, and Allow wins a tie.</summary>
    /// <param name="agent">A product token such as <c>deKiosk</c>; a version behind a slash is left out of account.</param>
    /// <param name="urlOrPath">An absolute address, or the path and query of one, preferably percent-encoded as it is sent.</param>
    public bool Allows(string agent, string urlOrPath)
    {
        var address = RobotsAddress.Of(urlOrPath);
        if (address.IsRobotsFile)
            return true;
        var (allowed, disallowed) = (-1, -1);
        foreach (var rule in For(agent).Groups.SelectMany(static group => group.Rules))
        {
            var strongest = rule.IsAllow ? allowed : disallowed;
            if (rule.Length <= strongest || !rule.Matches(address))
                continue;
            if (rule.IsAllow)
                allowed = rule.Length;
            else
                disallowed = rule.Length;
        }

        return allowed >= disallowed;
    }

    /// <summary>The pause that the agent's group asks for between two requests (Crawl-delay: not in the RFC, but in use), at most a day;
    /// null if it asks for none. The longest one, if there are several.</summary>
    public TimeSpan? CrawlDelay(string agent)
    {
        var (name, groups) = For(agent);
        return groups.Max(group => group.DelayOf(name));
    }

    /// <summary>The groups that name the agent, and else those for everyone; and the name they are found by.</summary>
    private (string Name, List<RobotsGroup> Groups) For(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        var token = RobotsText.Spread(agent.Split('/')[0].Trim());
        var own = _groups.FindAll(group => group.Names(token));
        return own.Count > 0 ? (token, own) : (RobotsGroup.Everyone, _groups.FindAll(static group => group.Names(RobotsGroup.Everyone)));
    }
}
