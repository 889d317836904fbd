namespace Kiosk.Ingest.Cleaning;

/// <summary>HTML that is safe to show, and its text.</summary>
/// <param name="Html">Rebuilt from an allowlist; empty if nothing was left.</param>
/// <param name="Text">Plain text, blocks apart by a line break.</param>
public sealed record CleanHtml(string Html, string Text);
