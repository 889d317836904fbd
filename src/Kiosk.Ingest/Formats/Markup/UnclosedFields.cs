namespace Kiosk.Ingest.Formats.Markup;

/// <summary>Which start tags imply an end tag that was forgotten.</summary>
internal static class UnclosedFields
{
    private static readonly HashSet<string> Items = ["item", "entry"];

    private static readonly HashSet<string> Fields =
    [
        "title", "link", "guid", "pubdate", "description", "category", "author", "comments", "summary", "content", "content:encoded", "id",
        "updated", "published", "dc:creator", "dc:date", "dc:subject", "enclosure", "item", "entry",
    ];

    // These never hold a field. A description may, when somebody forgot to escape its HTML.
    private static readonly HashSet<string> Leaves =
    [
        "title", "link", "guid", "pubdate", "category", "comments", "id", "updated", "published", "dc:creator", "dc:date", "dc:subject", "enclosure",
    ];

    private static readonly HashSet<string> Void = ["br", "hr", "img", "wbr"];

    /// <summary>How many open elements end where this one starts.</summary>
    public static int Before(string name, TreeBuilder builder)
    {
        if (Items.Contains(name) && Item(builder) is var depth and > 0)
            return depth;
        return Fields.Contains(name) && builder.OpenNames.TryPeek(out var inner) && Leaves.Contains(inner) ? 1 : 0;
    }

    /// <summary>True for the tags of HTML that have no end.</summary>
    public static bool NeverClosed(string name, TreeBuilder builder) => Void.Contains(name) && builder.Depth > 1;

    // The next item ends the open one with all that is open inside it.
    private static int Item(TreeBuilder builder)
    {
        var depth = 0;
        foreach (var open in builder.OpenNames)
        {
            depth++;
            if (Items.Contains(open))
                return depth;
        }
        return 0;
    }
}
