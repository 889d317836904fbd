namespace Kiosk.Web.Feeds;

/// <summary>The formats in which the kiosk gives a feed, by the file name under which it stands.</summary>
public static class FeedFormat
{
    /// <summary>Their file names, with what people call them.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> All = [("rss.xml", "RSS"), ("atom.xml", "Atom"), ("feed.json", "JSON Feed")];

    /// <summary>The type as a page names it that says where its feed stands.</summary>
    public static string TypeOf(string file) => file switch { "rss.xml" => "application/rss+xml", "atom.xml" => "application/atom+xml", _ => "application/feed+json" };

    /// <summary>The feed as a file; null if there is no such file.</summary>
    public static (byte[] Bytes, string ContentType)? Write(string file, OutFeed feed) => file switch
    {
        "rss.xml" => (RssWriter.Write(feed), RssWriter.ContentType),
        "atom.xml" => (AtomWriter.Write(feed), AtomWriter.ContentType),
        "feed.json" => (JsonFeedWriter.Write(feed), JsonFeedWriter.ContentType),
        _ => null,
    };
}
