namespace Kiosk.Web.Feeds;

/// <summary>The formats in which the kiosk gives a feed, by the file name under which it stands.</summary>
public static class FeedFormat
{
    /// <summary>The feed as a file; null if there is no such file.</summary>
    public static (byte[] Bytes, string ContentType)? Write(string file, OutFeed feed) => file switch
    {
        "rss.xml" => (RssWriter.Write(feed), RssWriter.ContentType),
        "atom.xml" => (AtomWriter.Write(feed), AtomWriter.ContentType),
        "feed.json" => (JsonFeedWriter.Write(feed), JsonFeedWriter.ContentType),
        _ => null,
    };
}
