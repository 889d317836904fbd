using AngleSharp.Dom;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Walks a parsed tree and tells the builder what is in it. What stands in no list of <see cref="Tags"/> is unwrapped; its text stays.</summary>
internal sealed class BodyWalk(BodyBuilder builder, SafeUrl urls)
{
    private readonly Attributes _attributes = new(urls);

    public void Children(INode parent)
    {
        foreach (var child in parent.ChildNodes)
            Node(child);
    }

    private void Node(INode node)
    {
        if (node is IText text)
            builder.Text(Characters.Repair(text.Data));
        else if (node is IElement element && !IsDropped(element))
            Element(element);
    }

    private static bool IsDropped(IElement element) =>
        !string.Equals(element.NamespaceUri, NamespaceNames.HtmlUri, StringComparison.Ordinal)
        || (Tags.Dropped.Contains(element.LocalName) && !Controls.HoldText(element)) || HeadingLinks.IsSign(element);

    private void Element(IElement element)
    {
        var name = element.LocalName;
        if (Tags.Formats.TryGetValue(name, out var format))
            Formatted(element, format);
        else if (Tags.Boundaries.Contains(name))
            Apart(element);
        else if (Tags.TextBlocks.Contains(name))
            TextBlock(element, name is ['h', _] ? name : "pre");
        else
            Special(element, name);
    }

    private void Special(IElement element, string name)
    {
        switch (name)
        {
            case "br":
                builder.Break();
                break;
            case "hr":
                builder.Rule();
                break;
            case "img" or "image":
                if (_attributes.OfImage(element) is { } image)
                    builder.Image(image);
                break;
            case "iframe" or "video" or "audio":
                Embed(element);
                break;
            case "blockquote" or "figure" or "details" or "ul" or "ol" or "menu" or "dir" or "dl" or "table":
                Container(element, name is "menu" or "dir" ? "ul" : name);
                break;
            default:
                Children(element);
                break;
        }
    }

    private void Formatted(IElement element, string tag)
    {
        var outer = builder.Format;
        if (_attributes.OfFormat(element, tag) is { } given)
            builder.Format = Format.Inside(outer, tag, given);
        Children(element);
        builder.Format = outer;
    }

    private void Apart(IElement element)
    {
        builder.Boundary();
        Children(element);
        builder.Boundary();
    }

    private void TextBlock(IElement element, string tag)
    {
        if (!builder.TakesBlocks)
        {
            Apart(element);
            return;
        }

        builder.OpenText(tag);
        Children(element);
        builder.CloseText();
    }

    /// <summary>Players are not let in; what they would play is linked.</summary>
    private void Embed(IElement element)
    {
        if (Embeds.Link(element, urls) is not var (url, label))
            return;
        builder.Boundary();
        var outer = builder.Format;
        builder.Format = Format.Inside(outer, "a", Attributes.OfLink(url));
        builder.Text(label);
        builder.Format = outer;
        builder.Boundary();
    }

    private void Container(IElement element, string tag)
    {
        if (!builder.TakesBlocks)
        {
            Apart(element);
            return;
        }

        builder.Open(tag, Attributes.OfContainer(element, tag));
        switch (tag)
        {
            case "ul" or "ol":
                ListItems(element);
                break;
            case "dl":
                Definitions(element);
                break;
            case "table":
                TableParts(element);
                break;
            default:
                Captioned(element, tag switch { "figure" => "figcaption", "details" => "summary", _ => "" });
                break;
        }

        builder.Close();
    }

    private void Captioned(IElement element, string caption)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement inner && inner.LocalName == caption)
                TextBlock(inner, caption);
            else
                Node(child);
        }
    }

    /// <summary>Items, and what wrongly stands between them: a list belongs to the item before it, the rest becomes an item.</summary>
    private void ListItems(IElement list)
    {
        var isOpen = false;
        foreach (var child in Worthwhile(list))
        {
            if (isOpen && child is IElement { LocalName: "ul" or "ol" or "menu" or "dir" })
            {
                Node(child);
                continue;
            }

            if (isOpen)
                builder.Close();
            builder.Open("li", Attributes.OfItem(child));
            isOpen = true;
            Inside(child, "li");
        }

        if (isOpen)
            builder.Close();
    }

    private void Definitions(IElement list)
    {
        foreach (var child in Worthwhile(list))
        {
            if (child is IElement { LocalName: "dt" } term)
            {
                TextBlock(term, "dt");
            }
            else if (child is IElement { LocalName: "div" } group)
            {
                Definitions(group);
            }
            else
            {
                builder.Open("dd");
                Inside(child, "dd");
                builder.Close();
            }
        }
    }

    private void TableParts(IElement table)
    {
        foreach (var part in table.Children.Where(static part => !IsDropped(part)))
        {
            if (part.LocalName == "caption")
                TextBlock(part, "caption");
            else if (part.LocalName is "thead" or "tbody" or "tfoot")
                Rows(part);
        }
    }

    private void Rows(IElement part)
    {
        builder.Open(part.LocalName);
        foreach (var row in part.Children.Where(static row => row.LocalName == "tr"))
        {
            builder.Open("tr");
            foreach (var cell in row.Children.Where(static cell => cell.LocalName is "td" or "th"))
            {
                builder.Open(cell.LocalName, Attributes.OfCell(cell));
                Children(cell);
                builder.Close();
            }

            builder.Close();
        }

        builder.Close();
    }

    private void Inside(INode child, string item)
    {
        if (child is IElement element && element.LocalName == item)
            Children(element);
        else
            Node(child);
    }

    private static IEnumerable<INode> Worthwhile(IElement list) => list.ChildNodes.Where(static child =>
        child is IText text ? !string.IsNullOrWhiteSpace(text.Data) : child is IElement element && !IsDropped(element));
}
