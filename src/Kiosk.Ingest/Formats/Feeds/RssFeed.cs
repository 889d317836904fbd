using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>RSS 0.9x, 1.0 and 2.0, whichever way its parts are nested.</summary>
internal static class RssFeed
{
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
            Authors = Authors(channel),
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
                if ((module == "atom" ? AtomParts.Html(element) : element.Markup) is { } found)
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

    private static IReadOnlyList<string> Authors(FeedElement channel)
    {
        (string Module, string Name)[] groups =
            [("", "managingeditor"), ("", "author"), ("dc", "author"), ("dc", "creator"), ("itunes", "author"), ("atom", "author"), ("", "webmaster")];
        var found = groups.Select(group => FeedFields.Names(channel.All(group.Module, group.Name).Select(AtomParts.Person)))
            .Where(names => names.Count > 0).ToList();
        // A name tells a reader more than the address of a mailbox.
        return found.Find(names => !names[0].Contains('@', StringComparison.Ordinal)) ?? found.FirstOrDefault() ?? [];
    }
}
