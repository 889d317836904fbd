using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>Finding elements by their own name, whatever prefix and namespace they wear: repositories get those wrong.</summary>
internal static class ElementSearch
{
    public static FeedElement? Child(this FeedElement parent, string name)
    {
        foreach (var node in parent.Nodes)
            if (node.Element is { } element && element.Name == name)
                return element;
        return null;
    }

    public static IEnumerable<FeedElement> Children(this FeedElement parent, string name) => parent.Elements.Where(element => element.Name == name);

    /// <summary>All elements below this one, in the order of the document.</summary>
    public static IEnumerable<FeedElement> Descendants(this FeedElement parent)
    {
        var ahead = new Stack<FeedElement>(parent.Elements.Reverse());
        while (ahead.TryPop(out var element))
        {
            yield return element;
            foreach (var child in element.Elements.Reverse())
                ahead.Push(child);
        }
    }

    /// <summary>The value of an attribute with this name and any prefix or none; null if absent or blank.</summary>
    public static string? AnyAttribute(this FeedElement element, string name)
    {
        foreach (var attribute in element.Attributes)
            if (attribute.Name.AsSpan(attribute.Name.LastIndexOf(':') + 1).SequenceEqual(name) && !string.IsNullOrWhiteSpace(attribute.Value))
                return attribute.Value.Trim();
        return null;
    }
}
