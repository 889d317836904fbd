namespace Kiosk.Ingest.Cleaning;

/// <summary>Writes text so that every parser reads it as text.</summary>
internal static class Escaping
{
    public static string Text(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>For a value between double quotes. Single quotes and backticks too: some parsers take those for quotes.</summary>
    public static string Attribute(string value) => Text(value)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal)
        .Replace("`", "&#96;", StringComparison.Ordinal);
}
