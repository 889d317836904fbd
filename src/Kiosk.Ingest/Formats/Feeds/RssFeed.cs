using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>RSS 0.9x, 1.0 and 2.0, whichever way its parts are nested.</summary>
internal static class RssFeed
{
    private static readonly (string Module, string Name)[] AuthorFields =
        [("", "managingeditor"), ("", "author"), ("dc", "author"), ("dc", "creator"), ("itunes", "author"), ("atom", "author"), ("", "webmaster")];

    /// <param name="root">rss, rdf or channel.</param>
    /// <param name="address">Where the feed came from; null if unknown.</param>
    public static FeedDocument Read(FeedElement root, Uri? address)
    {
        var channel = root.Name == "channel" ? root : root.Elements.FirstOrDefault(element => element.Name == "channel") ?? root;
        var language = Language(channel) ?? root.Language;
        var plain = new FeedFields(address, null);
        var link = Links.Page(channel, plain);
        var home = Uri.TryCreate(link, UriKind.Absolute, out var found) && FeedFields.IsWeb(link) ? found : address;
        var fields = new FeedFields(home, FeedFields.ZoneOf(language, home) ?? FeedFields.ZoneOf(language, address));
        return new FeedDocument
        {
            Title = FeedFields.Title(channel.First("", "title")) ?? FeedFields.Title(channel.First("dc", "title")) ?? AtomParts.Line(channel.First("atom", "title")),
            Link = link,
            Description = First(channel, ("", "description"), ("dc", "description"), ("itunes", "summary"), ("itunes", "subtitle"), ("atom", "subtitle"), ("atom", "tagline")),
            Language = language,
            Authors = Authors(channel, AuthorFields),
            Categories = Categories(channel),
            AskedInterval = UpdatePeriod.Of(channel),
            Items = [.. Items(root, channel).Select(item => RssItem.Read(item, fields))],
        };
    }

    /// <summary>The HTML of the first of these fields that holds something.</summary>
    public static string? First(FeedElement parent, params ReadOnlySpan<(string Module, string Name)> fields)
    {
        foreach (var (module, name) in fields)
            foreach (var element in parent.All(module, name))
                if ((module == "atom" ? AtomParts.Html(element) : FeedFields.Html(element)) is { } found)
                    return found;
        return null;
    }

    /// <summary>Subjects from RSS, Dublin Core, Atom and iTunes, in that order, double ones kept.</summary>
    public static IReadOnlyList<string> Categories(FeedElement parent) => FeedFields.Names(
        parent.All("", "category").Select(AtomParts.Category)
            .Concat(parent.All("itunes", "keywords").SelectMany(element => (element.Text ?? "").Split(',')).Select(FeedFields.Title))
            .Concat(parent.All("itunes", "category").SelectMany(ItunesCategories))
            .Concat(parent.All("dc", "subject").Select(FeedFields.Title))
            .Concat(parent.All("atom", "category").Select(AtomParts.Category)));

    private static IEnumerable<string?> ItunesCategories(FeedElement category) => category.All("itunes", "category")
        .Select(inner => FeedFields.Title(inner.Attribute("text"))).Prepend(FeedFields.Title(category.Attribute("text")));

    // RSS 1.0 has its items beside the channel, 2.0 in it; some have them in both, or have several channels.
    private static IEnumerable<FeedElement> Items(FeedElement root, FeedElement channel) => root.Elements
        .SelectMany(element => element.Name == "channel" ? element.Elements : [element])
        .Concat(ReferenceEquals(root, channel) ? [] : channel.First("", "items")?.Elements ?? [])
        .Where(element => element.Name is "item" or "entry");

    private static string? Language(FeedElement channel) =>
        channel.First("", "language")?.Text ?? channel.First("dc", "language")?.Text ?? channel.Language;

    /// <summary>The people in the first of these fields that names them, or else gives the addresses of their mailboxes: a name tells a reader more.</summary>
    public static IReadOnlyList<string> Authors(FeedElement parent, params ReadOnlySpan<(string Module, string Name)> fields)
    {
        IReadOnlyList<string> mailboxes = [];
        foreach (var (module, name) in fields)
        {
            var names = FeedFields.Names(parent.All(module, name).Select(AtomParts.Person));
            if (names.Count > 0 && !names[0].Contains('@', StringComparison.Ordinal))
                return names;
            if (mailboxes.Count == 0)
                mailboxes = names;
        }
        return mailboxes;
    }
}
