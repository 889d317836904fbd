using System.Text;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Plain text from what sources put into titles and summaries.</summary>
public static class PlainText
{
    /// <summary>Characters of input that are read.</summary>
    private const int MaxLength = 1_000_000;

    /// <summary>
    /// The text of a small piece of HTML on one line: tags gone, entities decoded once, whitespace folded. A <c>&lt;</c> that begins no tag stays,
    /// as in "schuld &lt; 5000 euro". Null gives an empty text.
    /// </summary>
    public static string FromHtml(string? html)
    {
        var text = Characters.Repair(html, MaxLength);
        return Fold(text.AsSpan().IndexOfAny('<', '&') < 0 ? text : TagStripper.Strip(text));
    }

    /// <summary>Text that is plain already, on one line: what no text should hold is gone, whitespace folded, and a <c>&lt;</c> is a <c>&lt;</c>.</summary>
    public static string Line(string text) => Fold(Characters.Repair(text, MaxLength));

    /// <summary>The text with every stretch of whitespace, no-break spaces too, made one space, and none around it.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
