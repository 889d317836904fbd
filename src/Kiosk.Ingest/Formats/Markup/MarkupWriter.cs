using System.Text;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Markup;

/// <summary>Writes elements that stand in a feed as elements (xhtml content, descriptions that nobody escaped) back as HTML.
/// Recursion is bounded by <see cref="MarkupLimits.Depth"/>.</summary>
internal static class MarkupWriter
{
    private static readonly HashSet<string> Void = ["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    public static string? Inner(FeedElement element)
    {
        var html = new StringBuilder();
        AppendInner(element, html);
        return string.IsNullOrWhiteSpace(html.ToString()) ? null : html.ToString().Trim();
    }

    public static void AppendText(FeedElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes)
            if (node.Element is { } child)
                AppendText(child, text);
            else
                text.Append(node.Text);
    }

    private static void AppendInner(FeedElement element, StringBuilder html)
    {
        foreach (var node in element.Nodes)
            if (node.Element is { } child)
                Append(child, html);
            else
                html.Append(PlainText.ToHtml(node.Text!));
    }

    private static void Append(FeedElement element, StringBuilder html)
    {
        html.Append('<').Append(element.Name);
        foreach (var (name, value) in element.Attributes)
            if (!name.StartsWith("xmlns", StringComparison.Ordinal))
                html.Append(' ').Append(name).Append("=\"")
                    .Append(PlainText.ToHtml(value).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        html.Append('>');
        if (Void.Contains(element.Name) && element.Nodes.Count == 0)
            return;
        AppendInner(element, html);
        html.Append("</").Append(element.Name).Append('>');
    }
}
