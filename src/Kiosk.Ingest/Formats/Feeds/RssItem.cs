using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>One item of an RSS feed, with the extensions that RSS feeds use.</summary>
internal static class RssItem
{
    private static readonly (string Module, string Name)[] AuthorFields =
        [("", "author"), ("dc", "creator"), ("dc", "author"), ("atom", "author"), ("itunes", "author")];

    private static readonly (string Module, string Name)[] PublishedFields =
    [
        ("", "pubdate"), ("dc", "date"), ("dcterms", "issued"), ("dcterms", "created"), ("dcterms", "available"), ("atom", "published"), ("atom", "issued"),
        ("atom", "created"), ("", "published"), ("", "date"), ("atom", "updated"), ("atom", "modified"), ("dcterms", "modified"), ("", "updated"),
    ];

    private static readonly (string Module, string Name)[] UpdatedFields =
        [("atom", "updated"), ("dcterms", "modified"), ("atom", "modified"), ("", "updated"), ("", "lastbuilddate"), ("dc", "date")];

    public static Item Read(FeedElement item, FeedFields fields)
    {
        var read = new Item
        {
            Id = Id(item),
            Title = FeedFields.Title(item.First("", "title")) ?? FeedFields.Title(item.First("dc", "title"))
                ?? AtomParts.Line(item.First("atom", "title")) ?? FeedFields.Title(item.First("media", "title")) ?? FeedFields.Title(item.First("itunes", "title")),
            Link = Link(item, fields),
            Published = fields.Date(Texts(item, PublishedFields)),
            Updated = fields.Date(Texts(item, UpdatedFields)),
            Authors = RssFeed.Authors(item, AuthorFields) is { Count: > 0 } authors ? authors : RssFeed.Authors(item, ("media", "credit")),
            Categories = RssFeed.Categories(item),
            Summary = RssFeed.First(item, ("", "description"), ("dc", "description"), ("itunes", "summary"), ("itunes", "subtitle"), ("atom", "summary"),
                ("dcterms", "abstract"), ("", "summary")) ?? MediaParts.Description(item),
            Content = RssFeed.First(item, ("content", "encoded"), ("", "encoded"), ("atom", "content"), ("xhtml", "body"), ("xhtml", "div"), ("", "content")),
            Language = item.First("dc", "language")?.Text ?? item.First("", "language")?.Text ?? item.Language,
            BaseUrl = item.Base?.AbsoluteUri,
            Document = MediaParts.Pdf(item, fields),
        };
        return read with { Image = MediaParts.Image(item, read, fields) };
    }

    private static string? Id(FeedElement item) => item.First("", "guid")?.Text ?? item.First("atom", "id")?.Text
        ?? item.About ?? item.First("dc", "identifier")?.Text;

    private static string? Link(FeedElement item, FeedFields fields) =>
        fields.Link(item.First("feedburner", "origlink")?.Text, item.Base)
        ?? Links.Page(item, fields)
        ?? Permalink(item)
        ?? fields.Link(item.First("", "enclosure")?.Attribute("url"), item.Base);

    // By the specification a guid is a permalink unless it says otherwise; in the field only if it is an address.
    private static string? Permalink(FeedElement item)
    {
        var guid = item.First("", "guid");
        var says = guid?.Attribute("ispermalink") ?? "true";
        var address = says.Equals("false", StringComparison.OrdinalIgnoreCase) ? null : guid?.Text;
        address ??= item.About;
        return FeedFields.IsWeb(address) ? address : null;
    }

    private static IEnumerable<string?> Texts(FeedElement item, (string Module, string Name)[] fields) =>
        fields.SelectMany(field => item.All(field.Module, field.Name)).Select(element => element.Markup);
}
