using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>Atom 0.3 and 1.0 (RFC 4287); also a lone entry.</summary>
internal static class AtomFeed
{
    public static FeedDocument Read(FeedElement root, Uri? address)
    {
        var language = root.Language ?? root.First("dc", "language")?.Text;
        var fields = new FeedFields(address, FeedFields.ZoneOf(language, address));
        var isEntry = root.Name == "entry";
        var authors = isEntry ? [] : Authors(root);
        var entries = isEntry ? [root] : AtomParts.All(root, "entry");
        return new FeedDocument
        {
            Title = isEntry ? null : Title(root),
            Link = isEntry ? null : Alternate(root, fields),
            Description = AtomParts.Html(First(root, "subtitle") ?? First(root, "tagline")) ?? FeedFields.Html(root.First("dc", "description")),
            Language = language,
            Authors = authors,
            Categories = isEntry ? [] : Categories(root),
            AskedInterval = UpdatePeriod.Of(root),
            Items = [.. entries.Select(entry => Entry(entry, authors, language, fields))],
        };
    }

    private static Item Entry(FeedElement entry, IReadOnlyList<string> inherited, string? feedLanguage, FeedFields fields)
    {
        var source = First(entry, "source");
        var authors = Authors(entry) is { Count: > 0 } own ? own : source is not null && Authors(source) is { Count: > 0 } theirs ? theirs : inherited;
        var content = First(entry, "content");
        var updated = fields.Date(Texts(entry, "updated", "modified"));
        var item = new Item
        {
            Id = First(entry, "id")?.Text ?? entry.First("dc", "identifier")?.Text,
            Title = Title(entry) ?? FeedFields.Title(entry.First("media", "title")),
            Published = fields.Date(Texts(entry, "published", "issued", "created", "pubdate").Concat(Extension(entry))) ?? updated,
            Updated = updated,
            Authors = authors,
            Categories = Categories(entry),
            Summary = AtomParts.Html(First(entry, "summary")) ?? FeedFields.Html(entry.First("dc", "description")) ?? MediaParts.Description(entry),
            Content = AtomParts.Html(content),
            Language = content?.Language ?? entry.Language ?? feedLanguage,
            BaseUrl = (content ?? entry).Base?.AbsoluteUri,
            Document = MediaParts.Pdf(entry, fields),
        };
        var linked = item with { Link = Link(entry, content, item.Id, fields) };
        return linked with { Image = MediaParts.Image(entry, linked, fields) };
    }

    private static string? Link(FeedElement entry, FeedElement? content, string? id, FeedFields fields) =>
        fields.Link(entry.First("feedburner", "origlink")?.Text, entry.Base)
        ?? Alternate(entry, fields)
        ?? (content?.Attribute("src") is { } source ? fields.Link(source, content.Base) : null)
        ?? (FeedFields.IsWeb(id) ? id : null)
        ?? fields.Link(AtomParts.All(entry, "link").FirstOrDefault(link => link.Attribute("rel") == "enclosure")?.Attribute("href"), entry.Base);

    // Atom 0.3 and home-made feeds write the address as text.
    private static string? Alternate(FeedElement parent, FeedFields fields)
    {
        var links = AtomParts.All(parent, "link").ToList();
        var link = Links.Alternate(links);
        return link is not null
            ? fields.Link(link.Attribute("href"), link.Base)
            : fields.Link(links.Find(element => element.Text is not null)?.Text, parent.Base);
    }

    private static string? Title(FeedElement parent) => AtomParts.Line(First(parent, "title")) ?? FeedFields.Title(parent.First("dc", "title"));

    private static IReadOnlyList<string> Authors(FeedElement parent) =>
        FeedFields.Names(AtomParts.All(parent, "author").Select(AtomParts.Person)) is { Count: > 0 } authors
            ? authors
            : FeedFields.Names(parent.All("dc", "creator").Select(AtomParts.Person));

    private static IReadOnlyList<string> Categories(FeedElement parent) => FeedFields.Names(AtomParts.All(parent, "category").Select(AtomParts.Category)
        .Concat(parent.All("dc", "subject").Select(FeedFields.Title)));

    private static IEnumerable<string?> Texts(FeedElement parent, params string[] names) =>
        names.SelectMany(name => AtomParts.All(parent, name)).Select(element => element.Markup);

    private static IEnumerable<string?> Extension(FeedElement entry) => [entry.First("dc", "date")?.Text, entry.First("dcterms", "issued")?.Text];

    private static FeedElement? First(FeedElement parent, string name) => AtomParts.All(parent, name).FirstOrDefault();
}
