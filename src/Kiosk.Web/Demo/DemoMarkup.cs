using System.Text;
using System.Text.RegularExpressions;

namespace Kiosk.Web.Demo;

/// <summary>
/// Turns the small markup of the article files into well-formed HTML. Blocks are parted by blank lines: ## and ### headings, lines of
/// <c>- </c> or <c>1. </c>, <c>&gt; </c> quotations, tables of <c>|</c> with a heading row, and paragraphs; within them **strong**, *emphasis* and [text](url).
/// </summary>
internal static partial class DemoMarkup
{
    /// <param name="markup">The text of an article.</param>
    /// <param name="address">Put before links that start with a slash.</param>
    public static string ToHtml(string markup, string address) =>
        string.Join('\n', markup.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(block => Block(block.Split('\n'), address)));

    /// <summary>Escapes what HTML and XML reserve and nothing else, so that the result stays readable in both.</summary>
    public static string Escape(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();

    private static string Block(string[] lines, string address)
    {
        string Inline(string text) => DemoMarkup.Inline(text, address);
        string All(Func<string, string> line) => string.Concat(lines.Select(line));
        var first = lines[0];
        return first.Split(' ')[0] switch
        {
            "##" => $"<h2>{Inline(first[3..])}</h2>",
            "###" => $"<h3>{Inline(first[4..])}</h3>",
            "-" => $"<ul>{All(line => $"<li>{Inline(line[2..])}</li>")}</ul>",
            "1." => $"<ol>{All(line => $"<li>{Inline(line[(line.IndexOf(' ') + 1)..])}</li>")}</ol>",
            ">" => $"<blockquote><p>{Inline(string.Join(' ', lines.Select(line => line[2..])))}</p></blockquote>",
            "|" => Table(lines, Inline),
            _ => $"<p>{Inline(string.Join(' ', lines))}</p>",
        };
    }

    private static string Table(string[] lines, Func<string, string> inline)
    {
        string Row(string line, string cell) =>
            $"<tr>{string.Concat(line.Trim('|').Split('|').Select(text => $"<{cell}>{inline(text.Trim())}</{cell}>"))}</tr>";
        return $"<table><thead>{Row(lines[0], "th")}</thead><tbody>{string.Concat(lines[1..].Select(line => Row(line, "td")))}</tbody></table>";
    }

    private static string Inline(string text, string address)
    {
        var html = StrongPattern().Replace(Escape(text), "<strong>${text}</strong>");
        html = EmphasisPattern().Replace(html, "<em>${text}</em>");
        return LinkPattern().Replace(html, match =>
        {
            var url = match.Groups["url"].Value;
            return $"<a href=\"{(url.StartsWith('/') ? address : "")}{url}\">{match.Groups["text"].Value}</a>";
        });
    }

    [GeneratedRegex(@"\*\*(?<text>.+?)\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StrongPattern();

    [GeneratedRegex(@"\*(?<text>.+?)\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmphasisPattern();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<url>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkPattern();
}
