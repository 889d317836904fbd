using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>A body as text, or in Dutch why there is none.</summary>
internal sealed record AnswerText(string Text, string? Problem = null)
{
    /// <summary>Unpacks and decodes, and takes off what may not come before the first character that means something.</summary>
    public static AnswerText Of(ReadOnlyMemory<byte> body, string? contentType)
    {
        if (!Unpacked.TryUnpack(body, out var bytes))
            return new AnswerText("", AnswerProblems.BrokenArchive);
        var text = BodyText.Decode(bytes.Span, contentType).Text.TrimStart('\uFEFF', '\u200B', ' ', '\t', '\r', '\n', '\0');
        return text.Length == 0 ? new AnswerText("", AnswerProblems.Empty) : new AnswerText(text);
    }
}
