using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Markup;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Rechtspraak;

/// <summary>The Rechtspraak's own markup (a relative of DocBook) as HTML. What it does not know keeps its text.</summary>
internal static class RulingMarkup
{
    private const int DeepestHeading = 6;
    private const int Longest = 5_000_000;

    private static readonly FrozenDictionary<string, string> Plain = new (string Theirs, string Ours)[]
    {
        ("para", "p"), ("bridgehead", "h4"), ("itemizedlist", "ul"), ("orderedlist", "ol"), ("listitem", "li"), ("blockquote", "blockquote"),
        ("table", "table"), ("informaltable", "table"), ("row", "tr"), ("entry", "td"), ("superscript", "sup"), ("subscript", "sub"), ("footnote", "small"),
    }.ToFrozenDictionary(pair => pair.Theirs, pair => pair.Ours);

    /// <summary>Null if there is no text in it.</summary>
    public static string? Html(FeedElement element)
    {
        var html = new StringBuilder();
        Children(element, html, heading: 2);
        return string.IsNullOrWhiteSpace(html.ToString()) ? null : html.ToString().Trim();
    }

    private static void Children(FeedElement parent, StringBuilder html, int heading)
    {
        foreach (var node in parent.Nodes)
        {
            if (html.Length > Longest)
                return;
            if (node.Text is { } text)
                html.Append(PlainText.ToHtml(text));
            else if (node.Element is { Text: not null } element)
                Element(element, html, heading);
        }
    }

    private static void Element(FeedElement element, StringBuilder html, int heading)
    {
        switch (element.Name)
        {
            case "section":
                Children(element, html, Math.Min(heading + 1, DeepestHeading));
                break;
            case "title":
                // A section counts before its title is reached.
                Wrap(element, html, "h" + Math.Max(heading - 1, 2).ToString(CultureInfo.InvariantCulture), heading);
                break;
            case "nr":
                html.Append(PlainText.ToHtml(element.Text!)).Append(' ');
                break;
            case "paragroup":
                Numbered(element, html, heading);
                break;
            case "emphasis":
                Wrap(element, html, element.Attribute("role") is { } role && role.Contains("bold", StringComparison.OrdinalIgnoreCase) ? "strong" : "em", heading);
                break;
            case "link" or "ulink" when Addresses.Resolve(element.AnyAttribute("url") ?? element.AnyAttribute("href"), null) is { } target:
                html.Append(CultureInfo.InvariantCulture, $"<a href=\"{PlainText.ToHtml(target).Replace("\"", "%22", StringComparison.Ordinal)}\">");
                Children(element, html, heading);
                html.Append("</a>");
                break;
            case var name when Plain.TryGetValue(name, out var ours):
                Wrap(element, html, ours, heading);
                break;
            default:
                Children(element, html, heading);
                break;
        }
    }

    // "4.2" stands beside the first paragraph of its group, not above it.
    private static void Numbered(FeedElement group, StringBuilder html, int heading)
    {
        if (group.Child("nr")?.Text is { } number)
            html.Append("<p><strong>").Append(PlainText.ToHtml(number)).Append("</strong></p>");
        foreach (var part in group.Elements.Where(part => part.Name != "nr" && part.Text is not null))
            Element(part, html, heading);
    }

    private static void Wrap(FeedElement element, StringBuilder html, string tag, int heading)
    {
        html.Append('<').Append(tag).Append('>');
        Children(element, html, heading);
        html.Append("</").Append(tag).Append('>');
    }
}
