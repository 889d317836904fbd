using System.Text.RegularExpressions;
using Kiosk.Search.Analysis;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Highlighting;

/// <summary>Picks the piece of an article that shows best why it was found: the one with the most different words of the question.</summary>
internal static partial class Snippet
{
    private const int Length = 230;

    /// <summary>Further into a long report nobody sees the difference, and every page would cost its length.</summary>
    private const int MaxRead = 40_000;

    /// <returns>The pieces, and the page (from 1) of the first match; null if there is none or the text has no pages.</returns>
    public static (List<TextPart> Parts, int? Page) Of(StoredText stored, Highlighter highlighter)
    {
        var (text, bodyAt) = Joined(stored.Lead, stored.Body);
        if (text.Length == 0)
            return ([], null);
        var found = highlighter.Find(text);
        var (start, end) = Window(text, found);
        var parts = TextParts.Cut(text, start, end, found);
        if (start > 0)
            parts.Insert(0, new TextPart("… ", false));
        if (end < text.Length)
            parts.Add(new TextPart(" …", false));
        var first = found.FindIndex(token => token.Start >= start);
        return ([.. parts.Select(part => part with { Text = OnOneLine(part.Text) })], first < 0 ? null : PageOf(stored, found[first].Start - bodyAt));
    }

    private static int? PageOf(StoredText stored, int at) =>
        stored.PageStarts.Length == 0 || at < 0 ? null : Math.Max(1, stored.PageStarts.Count(start => start <= at));

    /// <summary>Lead and body as one text, and where in it the body starts (below 0 if white space before it was left out).</summary>
    private static (string Text, int BodyAt) Joined(string lead, string body)
    {
        var withLead = lead.Length > 0 && !body.StartsWith(lead, StringComparison.Ordinal);
        var text = !withLead ? body : body.Length == 0 ? lead : lead + "\n" + body;
        var trimmed = text.Trim();
        var bodyAt = (withLead ? lead.Length + 1 : 0) - (text.Length - text.TrimStart().Length);
        return (trimmed.Length > MaxRead ? trimmed[..WordStart(trimmed, MaxRead)] : trimmed, bodyAt);
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

    /// <summary>A heading ends without a full stop: a dot in the middle keeps it from running into the sentence below it.</summary>
    private static string OnOneLine(string text) =>
        text.AsSpan().IndexOfAny("\r\n\t") < 0 ? text : LineBreak().Replace(text, match => Ends(text, match.Index) ? " " : " · ").Replace('\t', ' ');

    private static bool Ends(string text, int at) => at == 0 || ".!?:;,…".Contains(text[at - 1], StringComparison.Ordinal);

    [GeneratedRegex(@"\s*[\r\n]+\s*", RegexOptions.None, 1000)]
    private static partial Regex LineBreak();
}
