using System.Text.RegularExpressions;

namespace Kiosk.Ingest.Formats.Text;

/// <summary>Between HTML and plain text, for fields that are one and claim to be the other.</summary>
internal static partial class PlainText
{
    /// <summary>One line of plain text from text that may be HTML, or HTML encoded once too often; null if nothing is left.
    /// Only tags that HTML knows are taken out: "List&lt;string&gt;" is a title too.</summary>
    /// <param name="text">Null gives null.</param>
    /// <param name="longest">In characters; longer text is cut.</param>
    public static string? Line(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (text.Length > longest * 4)
            text = text[..(longest * 4)];
        if (text.Contains('<', StringComparison.Ordinal))
            text = Tag().Replace(text, match => match.Groups["block"].Success ? " " : "");
        text = CharacterReferences.Decode(text);
        // What still is a reference was encoded twice. It is decoded, but tags that come out of it are text.
        text = CharacterReferences.Decode(text);
        text = Spaces().Replace(text, " ").Trim();
        if (text.Length > longest)
            text = text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Whether text holds a tag of HTML.</summary>
    public static bool LooksLikeHtml(string text) => text.Contains('<', StringComparison.Ordinal) && Tag().IsMatch(text);

    /// <summary>HTML that shows this plain text; line breaks stay as they are.</summary>
    public static string ToHtml(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"<(?:!--[^>]{0,1000}-->|/?(?:(?<block>p|br|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|hr|blockquote|pre|figure|figcaption"
        + @"|section|article|header|footer)|a|abbr|acronym|b|bdi|bdo|big|cite|code|del|em|font|i|iframe|img|ins|kbd|mark|nobr|picture|q|s|samp"
        + @"|script|small|source|span|strike|strong|style|sub|sup|tbody|thead|time|tt|u|var|video|wbr)(?:[\s/][^<>]{0,2000})?>)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s\p{Cc}\u200B\uFEFF]+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Spaces();
}
