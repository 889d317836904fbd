namespace Kiosk.Ingest.Formats.Pages;

/// <summary>Something on a site that could be a source.</summary>
/// <param name="Kind">How it would be read.</param>
/// <param name="Url">Absolute.</param>
/// <param name="Title">What the site calls it; null if nothing.</param>
/// <param name="IsGuess">True if the site does not mention it: sites of its kind often have it there.</param>
public sealed record DiscoveredSource(DiscoveredKind Kind, string Url, string? Title, bool IsGuess);

/// <summary>The kinds of source that a page can point to.</summary>
public enum DiscoveredKind
{
    Feed,
    Sitemap,
    Calendar,
    OaiPmh,
    Dspace,
}
