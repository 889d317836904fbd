using System.Text;

namespace Kiosk.Ingest.Extraction.Obstacles;

/// <summary>Recognises by its first bytes what is no web page, and by its type what calls itself something else.</summary>
internal static class NotAPage
{
    private const int StartLength = 2_048;

    private static readonly byte[][] Signatures =
    [
        "%PDF"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "GIF8"u8.ToArray(), [0x89, .. "PNG"u8], [0xFF, 0xD8, 0xFF], [.. "RIFF"u8], [0x1F, 0x8B], [0xD0, 0xCF, 0x11, 0xE0], "{\\rtf"u8.ToArray(),
    ];

    /// <summary>Null if the bytes may be a page.</summary>
    public static PageObstacle? Look(ReadOnlySpan<byte> body, string? contentType)
    {
        if (body.Trim(" \t\r\n\0"u8).IsEmpty)
            return PageObstacle.Empty;
        foreach (var signature in Signatures)
        {
            if (body.StartsWith(signature))
                return PageObstacle.NotHtml;
        }

        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, StartLength)]).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        if (start[0] is '{' or '[')
            return PageObstacle.NotHtml;
        if (start.StartsWith("<?xml", StringComparison.Ordinal) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase) && !start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase))
            return PageObstacle.NotHtml;
        return IsOtherType(contentType) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase) ? PageObstacle.NotHtml : null;
    }

    private static bool IsOtherType(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        return type is { Length: > 0 } && type is not ("text/html" or "application/xhtml+xml" or "text/plain" or "application/octet-stream");
    }
}
