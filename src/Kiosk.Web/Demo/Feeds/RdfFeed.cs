using System.Globalization;
using System.Xml.Linq;

namespace Kiosk.Web.Demo.Feeds;

/// <summary>RSS 1.0: an RDF document with dc:date and content:encoded.</summary>
internal static class RdfFeed
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Rss = "http://purl.org/rss/1.0/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static XElement Write(DemoSource source, IReadOnlyList<DemoArticle> articles, string address) =>
        new(Rdf + "RDF",
            new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
            new XAttribute("xmlns", Rss),
            new XAttribute(XNamespace.Xmlns + "content", Content),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XElement(Rss + "channel",
                new XAttribute(Rdf + "about", address + source.FeedPath),
                new XElement(Rss + "title", source.Name),
                new XElement(Rss + "link", $"{address}/{source.Id}/"),
                new XElement(Rss + "description", source.Note),
                new XElement(Dc + "language", "nl"),
                new XElement(Rss + "items", new XElement(Rdf + "Seq", articles.Select(article =>
                    new XElement(Rdf + "li", new XAttribute(Rdf + "resource", FeedText.Link(article, address))))))),
            articles.Select(article => Item(article, address)));

    private static XElement Item(DemoArticle article, string address) =>
        new(Rss + "item",
            new XAttribute(Rdf + "about", FeedText.Link(article, address)),
            new XElement(Rss + "title", article.Title),
            new XElement(Rss + "link", FeedText.Link(article, address)),
            new XElement(Dc + "identifier", FeedText.Id(article)),
            article.Published is { } published
                ? new XElement(Dc + "date", published.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture))
                : null,
            article.Authors.Select(author => new XElement(Dc + "creator", author)),
            FeedText.Categories(article).Select(name => new XElement(Dc + "subject", name)),
            new XElement(Rss + "description", article.Lead),
            new XElement(Content + "encoded", DemoMarkup.ToHtml(article.Body, address)));
}
