using Kiosk.Search.Analysis;

namespace Kiosk.Search.Highlighting;

/// <summary>Cuts a text into matches and what stands between.</summary>
internal static class TextParts
{
    /// <param name="text">The text.</param>
    /// <param name="start">Where the piece to show starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="found">Matches in order, without overlap; those that do not lie wholly in the piece are not marked.</param>
    public static List<TextPart> Cut(string text, int start, int end, IEnumerable<Token> found)
    {
        var parts = new List<TextPart>();
        var at = start;
        foreach (var token in found.Where(token => token.Start >= start && token.End <= end))
        {
            Add(parts, text[at..token.Start], false);
            Add(parts, text[token.Start..token.End], true);
            at = token.End;
        }
        Add(parts, text[at..end], false);
        return parts;
    }

    private static void Add(List<TextPart> parts, string text, bool hit)
    {
        if (text.Length > 0)
            parts.Add(new TextPart(text, hit));
    }
}
