namespace Kiosk.Ingest.Extraction.Body;

/// <summary>The text of an article as it was found.</summary>
/// <param name="Html">Clean; empty if nothing was found.</param>
/// <param name="Text">Plain, without captions.</param>
/// <param name="Lead">The opening paragraph, if there is one; a stand-in for a summary.</param>
/// <param name="Image">The first picture.</param>
internal sealed record FoundBody(string Html, string Text, string? Lead = null, FoundImage? Image = null);

/// <summary>A picture: where it is, and what it shows (null if unknown).</summary>
internal sealed record FoundImage(string Url, string? Alt);
