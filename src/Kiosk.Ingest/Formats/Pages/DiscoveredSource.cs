using Kiosk.Data;

namespace Kiosk.Ingest.Formats.Pages;

/// <summary>Something on a site that could be a source.</summary>
/// <param name="Format">How it would be read.</param>
/// <param name="Url">Absolute.</param>
/// <param name="Title">What the site calls it; null if nothing.</param>
/// <param name="IsGuess">True if the site does not mention it: sites of its kind often have it there.</param>
public sealed record DiscoveredSource(SourceFormat Format, string Url, string? Title, bool IsGuess);
