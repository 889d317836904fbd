using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Markup;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats;

/// <summary>Reads RSS 0.90 to 2.0, Atom 0.3 and 1.0 and JSON Feed, broken ones as far as they can be read.</summary>
public static class FeedReader
{
    /// <summary>The most items that are taken from one feed: the first so many.</summary>
    public const int MostItems = MarkupLimits.Items;

    /// <summary>Bytes in, a feed or the reason why not out. Never throws for what is in the bytes; time and memory grow with their number only.</summary>
    /// <param name="body">The body as received, after transport decoding.</param>
    /// <param name="contentType">The Content-Type header; null if there was none. Only its charset is used: types are too often wrong.</param>
    /// <param name="url">The address that answered, for relative links; null if unknown.</param>
    public static FeedReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url)
    {
        if (url is { IsAbsoluteUri: false })
            url = null;
        if (!Unpacked.TryUnpack(body, out var bytes))
            return new FeedReading(null, NotAFeed.BrokenArchive);
        var (text, remark) = BodyText.Decode(bytes.Span, contentType);
        var start = text.AsSpan().TrimStart("\uFEFF\u200B \t\r\n\0");
        if (start.IsEmpty)
            return new FeedReading(null, NotAFeed.Empty);
        var reading = start[0] is '{' or '[' ? Json(start.ToString(), url) : Xml(text, url);
        return reading with { Remark = reading.Feed is null ? null : XmlReading.Join(remark, reading.Remark) };
    }

    private static FeedReading Json(string text, Uri? url)
    {
        using var document = JsonReading.Of(text, out var isRepaired);
        if (document is null)
            return new FeedReading(null, NotAFeed.BrokenJson);
        return JsonFeed.Read(document.RootElement, url) is { } feed
            ? new FeedReading(feed, Remark: isRepaired ? "De feed is halverwege afgebroken; alleen het eerste deel is gelezen." : null)
            : new FeedReading(null, NotAFeed.OtherJson);
    }

    private static FeedReading Xml(string text, Uri? url)
    {
        var reading = XmlReading.Of(text, url);
        if (reading.IsAttack)
            return new FeedReading(null, NotAFeed.Attack);
        return reading.Root switch
        {
            { Name: "rss" or "rdf" or "channel" } root => new FeedReading(RssFeed.Read(root, url), Remark: reading.Remark),
            { Name: "feed" or "entry" } root => new FeedReading(AtomFeed.Read(root, url), Remark: reading.Remark),
            _ when NotAFeed.IsWebPage(text) => new FeedReading(null, NotAFeed.WebPage(text, url)),
            { } other => new FeedReading(null, NotAFeed.Xml(other.Name)),
            null => new FeedReading(null, LooksBinary(text) ? NotAFeed.Binary : NotAFeed.PlainWords),
        };
    }

    private static bool LooksBinary(string text) => text.AsSpan(0, Math.Min(text.Length, 1024)).ContainsAny('\0', '\uFFFD', '\u0001')
        || text.StartsWith("%PDF", StringComparison.Ordinal);
}
