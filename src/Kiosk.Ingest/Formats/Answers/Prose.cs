using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>Descriptions that are plain text or HTML without saying which, as HTML.</summary>
internal static class Prose
{
    private const int Longest = 200_000;

    /// <summary>Null for text that is blank or says nothing ("-", "n/a").</summary>
    public static string? Html(string? text)
    {
        var trimmed = text?.Trim();
        if (trimmed is null || trimmed.Length < 2 || trimmed is "n/a" or "N/A" or "--")
            return null;
        if (trimmed.Length > Longest)
            trimmed = trimmed[..(char.IsHighSurrogate(trimmed[Longest - 1]) ? Longest - 1 : Longest)];
        return PlainText.LooksLikeHtml(trimmed) || HasReference(trimmed) ? trimmed : PlainText.ToHtml(trimmed);
    }

    private static bool HasReference(string text) => CharacterReferences.Decode(text).Length != text.Length;
}
