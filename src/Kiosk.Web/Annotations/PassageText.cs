using System.Text;
using AngleSharp.Dom;
using Kiosk.Data.Annotations;

namespace Kiosk.Web.Annotations;

/// <summary>The text of an article as a reader sees it on its page, and which nodes it stands in. What the kiosk itself put between the words does not count.</summary>
public sealed class PassageText
{
    /// <summary>Elements of the kiosk's own: numbers of pages, and what stands in for pictures.</summary>
    private static readonly string[] Ours = ["page-mark", "absent-picture"];

    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"];

    private readonly List<(IText Node, int Start)> _nodes = [];
    private readonly string _text;
    private readonly FoldedText _folded;

    public PassageText(IElement body)
    {
        var text = new StringBuilder();
        INode? block = null;
        foreach (var node in body.GetDescendants().OfType<IText>().Where(IsOfTheText))
        {
            var own = BlockOf(node);
            if (own != block || node.PreviousSibling is IElement { LocalName: "br" })
                text.Append('\n');
            block = own;
            _nodes.Add((node, text.Length));
            text.Append(node.Data);
        }

        _text = text.ToString();
        _folded = new FoldedText(_text);
    }

    /// <summary>The passage as it stands in the text, with what stands around it, cut to what is kept; null if it is not there.</summary>
    public TextQuote? Quote(TextQuote asked)
    {
        if (PlaceOf(asked) is not var (start, end))
            return null;
        return new TextQuote(
            OneLine(_text[start..end]),
            OneLine(_text[Math.Max(0, start - Annotation.Around)..start], trim: false).TrimStart(),
            OneLine(_text[end..Math.Min(_text.Length, end + Annotation.Around)], trim: false).TrimEnd());
    }

    /// <summary>The begin of the passage in the text and the place after its end; null if it is not there.</summary>
    public (int Start, int End)? PlaceOf(TextQuote quote) =>
        _folded.Find(quote) is var (start, length) ? (_folded.PlaceOf(start), _folded.PlaceOf(start + length - 1) + 1) : null;

    /// <summary>The pieces of text nodes from one place to another, in order; what is blank between two blocks is none.</summary>
    public IEnumerable<(IText Node, int From, int To)> Pieces(int start, int end)
    {
        foreach (var (node, at) in _nodes)
        {
            var (from, to) = (Math.Max(start, at) - at, Math.Min(end, at + node.Length) - at);
            if (from < to && !string.IsNullOrWhiteSpace(node.Data[from..to]))
                yield return (node, from, to);
        }
    }

    /// <summary>What its line belongs to: words in one block go on, those in another begin anew.</summary>
    private static INode? BlockOf(IText node) => node.Ancestors<IElement>().FirstOrDefault(element => !Inline.Contains(element.LocalName));

    private static bool IsOfTheText(IText node) => !node.Ancestors<IElement>().Any(element => Ours.Any(element.ClassList.Contains));

    private static string OneLine(string text, bool trim = true)
    {
        var line = string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
        if (trim || line.Length == 0)
            return line;
        return $"{(char.IsWhiteSpace(text[0]) ? " " : "")}{line}{(char.IsWhiteSpace(text[^1]) ? " " : "")}";
    }
}
