namespace Kiosk.Ingest.Extraction;

/// <summary>Where one part of an article was found.</summary>
/// <param name="Field">Which part: title, published, body…</param>
/// <param name="Origin">Where in the page it stood, in Dutch or in the page's own names.</param>
/// <param name="Value">What stood there; long values are cut off.</param>
public sealed record Finding(string Field, string Origin, string Value);
