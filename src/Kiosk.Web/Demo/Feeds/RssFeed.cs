using System.Globalization;
using System.Xml.Linq;

namespace Kiosk.Web.Demo.Feeds;

/// <summary>RSS 2.0, with dc:creator and, where the dialect says so, content:encoded.</summary>
internal static class RssFeed
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static XElement Write(DemoSource source, IReadOnlyList<DemoArticle> articles, string address) =>
        new("rss",
            new XAttribute("version", "2.0"),
            new XAttribute(XNamespace.Xmlns + "content", Content),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XElement("channel",
                new XElement("title", source.Name),
                new XElement("link", $"{address}/{source.Id}/"),
                new XElement("description", source.Note),
                new XElement("language", "nl"),
                articles.Select(article => Item(source, article, address))));

    private static XElement Item(DemoSource source, DemoArticle article, string address) =>
        new("item",
            article.TitleInFeed ? new XElement("title", article.Title) : null,
            new XElement("link", FeedText.Link(article, address)),
            new XElement("guid", new XAttribute("isPermaLink", "false"), FeedText.Id(article)),
            article.Published is { } published ? new XElement("pubDate", published.ToString("r", CultureInfo.InvariantCulture)) : null,
            article.Authors.Select(author => new XElement(Dc + "creator", author)),
            FeedText.Categories(article).Select(name => new XElement("category", name)),
            new XElement("description", article.Lead),
            source.Dialect == FeedDialect.RssWhole
                ? new XElement(Content + "encoded", new XCData(DemoMarkup.ToHtml(article.Body, address)))
                : null);
}
