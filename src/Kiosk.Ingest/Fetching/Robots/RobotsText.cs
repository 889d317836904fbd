using System.Text;
using System.Text.RegularExpressions;

namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>The lines of a robots.txt, with one character for each byte, so that no path is lost to a wrong guess of its encoding.</summary>
internal static class RobotsText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly Regex Tags = new("</?[a-zA-Z][^<>\r\n]*>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static byte[] Bytes(string text) => Utf8.GetBytes(text);

    /// <summary>One character for each byte of its UTF-8.</summary>
    public static string Spread(string text) => Encoding.Latin1.GetString(Bytes(text));

    /// <summary>
    /// Ends of lines are CR, LF or both, and tags, where somebody wrote the file as a page. A line that the limit cuts in two is left out: half a
    /// path would say something else.
    /// </summary>
    public static IEnumerable<string> Lines(ReadOnlySpan<byte> bytes)
    {
        var isCut = bytes.Length > RobotsFile.MostBytes;
        var text = Text(isCut ? bytes[..RobotsFile.MostBytes] : bytes);
        if (isCut)
            text = text[..(text.AsSpan().LastIndexOfAny('\r', '\n') + 1)];
        return Tags.Replace(Plain(text), "\n").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Without what comes along when files are put together or text is copied from a page: more byte order marks, no-break spaces.</summary>
    private static string Plain(string text) =>
        text.Replace("\u00EF\u00BB\u00BF", "", StringComparison.Ordinal).Replace("\u00C2\u00A0", " ", StringComparison.Ordinal);

    private static string Text(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.Latin1.GetString(bytes[3..]),
        [0xFF, 0xFE, ..] => Spread(Encoding.Unicode.GetString(bytes[2..])),
        [0xFE, 0xFF, ..] => Spread(Encoding.BigEndianUnicode.GetString(bytes[2..])),
        _ => Encoding.Latin1.GetString(bytes),
    };
}
