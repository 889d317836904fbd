using System.Text.RegularExpressions;
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
        text = text.TrimStart('\uFEFF', '\u200B', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0)
            return new FeedReading(null, NotAFeed.Empty);
        var reading = Parse(text, url);
        return reading with { Remark = reading.Feed is null ? null : Remarks.Join(remark, reading.Remark) };
    }

    private static FeedReading Parse(string text, Uri? url)
    {
        try
        {
            return text[0] is '{' or '[' ? Json(text, url) : Xml(text, url);
        }
        catch (RegexMatchTimeoutException)
        {
            // The patterns are bounded, but a starved machine can still run out of patience.
            return new FeedReading(null, NotAFeed.TooSlow);
        }
    }

    private static FeedReading Json(string text, Uri? url)
    {
        using var document = JsonReading.Of(text, out var isRepaired);
        if (document is null)
            return new FeedReading(null, NotAFeed.BrokenJson);
        if (JsonFeed.Read(document.RootElement, url) is not { } feed)
            return new FeedReading(null, NotAFeed.OtherJson);
        return new FeedReading(feed, Remark: Remarks.Join(isRepaired ? Remarks.CutShort : null, feed.Items.Count >= MostItems ? Remarks.TooLong : null));
    }

    private static FeedReading Xml(string text, Uri? url)
    {
        var reading = XmlReading.Of(text, url);
        if (reading.IsAttack)
            return new FeedReading(null, NotAFeed.Attack);
        var feed = reading.Root switch
        {
            { Name: "rss" or "rdf" or "channel" } root => RssFeed.Read(root, url),
            { Name: "feed" or "entry" } root => AtomFeed.Read(root, url),
            _ => null,
        };
        if (feed is null)
            return new FeedReading(null, Instead(reading.Root, text, url));
        return reading.IsCutShort && feed.Items.Count == 0 ? new FeedReading(null, NotAFeed.CutShort) : new FeedReading(feed, Remark: reading.Remark);
    }

    private static string Instead(FeedElement? root, string text, Uri? url)
    {
        if (NotAFeed.IsWebPage(text))
            return NotAFeed.WebPage(text, url);
        return root is not null ? NotAFeed.Xml(root.Name) : LooksBinary(text) ? NotAFeed.Binary : NotAFeed.PlainWords;
    }

    private static bool LooksBinary(string text) => text.AsSpan(0, Math.Min(text.Length, 1024)).ContainsAny('\0', '\uFFFD', '\u0001')
        || text.StartsWith("%PDF", StringComparison.Ordinal);
}
