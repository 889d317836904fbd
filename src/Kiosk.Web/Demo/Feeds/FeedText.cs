using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kiosk.Web.Demo.Feeds;

/// <summary>A feed ready to be sent.</summary>
internal sealed record FeedText(byte[] Bytes, string ContentType)
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <param name="address">Where the newsroom stands, without a slash at the end.</param>
    public static FeedText Write(DemoSource source, IReadOnlyList<DemoArticle> articles, string address) => source.Dialect switch
    {
        FeedDialect.RssWhole or FeedDialect.RssTeaser =>
            Xml(RssFeed.Write(source, articles, address), Utf8, "application/rss+xml; charset=utf-8"),
        FeedDialect.Rdf => Xml(RdfFeed.Write(source, articles, address), Encoding.Latin1, "application/rdf+xml"),
        FeedDialect.Atom or FeedDialect.AtomXhtml =>
            Xml(AtomFeed.Write(source, articles, address), Utf8, "application/atom+xml; charset=utf-8"),
        _ => new(JsonFeed.Write(source, articles, address), "application/feed+json; charset=utf-8"),
    };

    /// <summary>A name for an article that holds whatever port the newsroom has (RFC 4151).</summary>
    public static string Id(DemoArticle article) => $"tag:kiosk.example,2026:{article.Source}/{article.Slug}";

    public static string Link(DemoArticle article, string address) => address + article.Path;

    /// <summary>The names of the topics that the article hints at.</summary>
    public static IEnumerable<string> Categories(DemoArticle article) =>
        article.Topics.Select(id => DemoTopic.All.Single(topic => topic.Id == id).Name);

    // Characters that the encoding lacks (the euro sign and curled quotes in ISO-8859-1) become character references by themselves.
    private static FeedText Xml(XElement root, Encoding encoding, string contentType)
    {
        var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new() { Encoding = encoding, Indent = false }))
            new XDocument(root).Save(writer);
        return new(buffer.ToArray(), contentType);
    }
}
