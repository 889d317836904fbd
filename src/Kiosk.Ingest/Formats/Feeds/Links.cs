using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>Which of several links leads to the page.</summary>
internal static class Links
{
    /// <summary>The page of an RSS channel or item: of its own links the last that holds an address, as other readers take it, else Atom's.</summary>
    public static string? Page(FeedElement parent, FeedFields fields)
    {
        foreach (var link in parent.All("", "link").Reverse())
            if (fields.Link(link.Markup ?? (IsAlternate(link) ? link.Attribute("href") : null), link.Base) is { } found)
                return found;
        var atom = Alternate(parent.All("atom", "link"));
        return fields.Link(atom?.Attribute("href"), atom?.Base);
    }

    /// <summary>Of Atom's links the first with rel alternate or none, a web page before other types; null if there is none.</summary>
    public static FeedElement? Alternate(IEnumerable<FeedElement> links)
    {
        var pages = links.Where(link => link.Attribute("href") is not null && IsAlternate(link)).ToList();
        return pages.Find(link => link.Attribute("type")?.Contains("html", StringComparison.OrdinalIgnoreCase) ?? false) ?? pages.FirstOrDefault();
    }

    private static bool IsAlternate(FeedElement link) => link.Attribute("rel") is not { } relations
        || relations.ToLowerInvariant().Split(' ').Any(relation => relation is "alternate" or "http://www.iana.org/assignments/relation/alternate");
}
