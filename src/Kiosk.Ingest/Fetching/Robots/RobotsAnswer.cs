namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>Whether an address may be fetched, as its site's robots.txt says.</summary>
public sealed record RobotsAnswer(bool IsAllowed)
{
    /// <summary>Why not, in Dutch, for people; null if it is allowed.</summary>
    public string? Message { get; init; }

    /// <summary>The pause that the site asks for between two requests; null if it asks for none.</summary>
    public TimeSpan? CrawlDelay { get; init; }

    /// <summary>The site's sitemaps as robots.txt writes them; see <see cref="RobotsFile.Sitemaps"/>.</summary>
    public IReadOnlyList<string> Sitemaps { get; init; } = [];

    /// <summary>When robots.txt will be asked for again: asking before gives the same answer.</summary>
    public DateTimeOffset ValidUntil { get; init; }
}
