using Kiosk.Search.Analysis;

namespace Kiosk.Search.Highlighting;

/// <summary>Picks the piece of an article that shows best why it was found: the one with the most different words of the question.</summary>
internal static class Snippet
{
    private const int Length = 230;

    /// <summary>Further into a long report nobody sees the difference, and every page would cost its length.</summary>
    private const int MaxRead = 40_000;

    public static List<TextPart> Of(string lead, string body, Highlighter highlighter)
    {
        var text = Joined(lead, body);
        if (text.Length == 0)
            return [];
        var found = highlighter.Find(text);
        var (start, end) = Window(text, found);
        var parts = TextParts.Cut(text, start, end, found);
        if (start > 0)
            parts.Insert(0, new TextPart("… ", false));
        if (end < text.Length)
            parts.Add(new TextPart(" …", false));
        return [.. parts.Select(part => part with { Text = OnOneLine(part.Text) })];
    }

    private static string Joined(string lead, string body)
    {
        var text = lead.Length == 0 || body.StartsWith(lead, StringComparison.Ordinal) ? body : body.Length == 0 ? lead : lead + "\n" + body;
        text = text.Trim();
        return text.Length > MaxRead ? text[..WordStart(text, MaxRead)] : text;
    }

    private static (int Start, int End) Window(string text, List<Token> found)
    {
        if (text.Length <= Length)
            return (0, text.Length);
        var (first, last) = Best(found);
        if (first < 0)
            return (0, WordEnd(text, Length));
        var (from, to) = (found[first].Start, found[last].End);
        var before = Math.Max(0, (Length - (to - from)) / 3);
        var start = from <= before ? 0 : Math.Min(from, WordStart(text, from - before));
        return (start, Math.Max(to, WordEnd(text, start + Length)));
    }

    /// <summary>The run of matches that fits and has the most different words; of equals the one with the most matches, then the first.</summary>
    private static (int First, int Last) Best(List<Token> found)
    {
        var (best, bestScore) = ((-1, -1), 0);
        for (var (first, last) = (0, 0); first < found.Count; first++)
        {
            while (last + 1 < found.Count && found[last + 1].End - found[first].Start <= Length)
                last++;
            last = Math.Max(last, first);
            var different = found.Skip(first).Take(last - first + 1).Select(token => token.Text).Distinct(StringComparer.Ordinal).Count();
            var score = (different * 1_000) + Math.Min(last - first, 999);
            if (score > bestScore)
                (best, bestScore) = ((first, last), score);
        }
        return best;
    }

    /// <summary>The start of the first word at or after a place; the place itself if no space is near.</summary>
    private static int WordStart(string text, int at)
    {
        for (var i = at; i < Math.Min(text.Length, at + 40); i++)
        {
            if (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]))
                return i;
        }
        return char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    /// <summary>The end of the last word that ends at or before a place; the place itself if no space is near.</summary>
    private static int WordEnd(string text, int at)
    {
        if (at >= text.Length)
            return text.Length;
        for (var i = at; i > Math.Max(0, at - 40); i--)
        {
            if (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1]))
                return i;
        }
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static string OnOneLine(string text) => text.AsSpan().IndexOfAny("\r\n\t") < 0 ? text : text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
