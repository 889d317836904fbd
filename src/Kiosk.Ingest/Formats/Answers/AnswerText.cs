using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>A body as text.</summary>
internal static class AnswerText
{
    /// <summary>
    /// Unpacks and decodes a body, takes off what may not come before the first character that means something, and hands the text on; it is never empty.
    /// </summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="failed">Turns the reason in Dutch why there is nothing to read into a reading.</param>
    /// <param name="read">Turns the text into a reading. The patterns that it uses are bounded, but a starved machine can still run out of patience: that fails too.</param>
    public static T Read<T>(ReadOnlyMemory<byte> body, string? contentType, Func<string, T> failed, Func<string, T> read)
    {
        if (!Unpacked.TryUnpack(body, out var bytes))
            return failed(AnswerProblems.BrokenArchive);
        var text = BodyText.Decode(bytes.Span, contentType).Text.TrimStart('\uFEFF', '\u200B', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0)
            return failed(AnswerProblems.Empty);
        try
        {
            return read(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return failed(AnswerProblems.TooSlow);
        }
    }
}
