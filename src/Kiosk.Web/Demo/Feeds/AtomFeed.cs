using System.Globalization;
using System.Xml.Linq;

namespace Kiosk.Web.Demo.Feeds;

/// <summary>Atom 1.0 (RFC 4287), with its content as escaped HTML or as inline XHTML.</summary>
internal static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static XElement Write(DemoSource source, IReadOnlyList<DemoArticle> articles, string address) =>
        new(Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "nl"),
            new XElement(Atom + "title", source.Name),
            new XElement(Atom + "subtitle", source.Note),
            new XElement(Atom + "id", $"tag:kiosk.example,2026:{source.Id}"),
            Link("self", address + source.FeedPath),
            Link("alternate", $"{address}/{source.Id}/"),
            new XElement(Atom + "updated", Time(articles.Max(Changed) ?? DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", source.Name)),
            articles.Select(article => Entry(source, article, address)));

    private static XElement Entry(DemoSource source, DemoArticle article, string address) =>
        new(Atom + "entry",
            new XElement(Atom + "title", article.Title),
            new XElement(Atom + "id", FeedText.Id(article)),
            Link("alternate", FeedText.Link(article, address)),
            article.Published is { } published ? new XElement(Atom + "published", Time(published)) : null,
            new XElement(Atom + "updated", Time(Changed(article) ?? DateTimeOffset.UnixEpoch)),
            article.Authors.Select(author => new XElement(Atom + "author", new XElement(Atom + "name", author))),
            FeedText.Categories(article).Select(name => new XElement(Atom + "category", new XAttribute("term", name))),
            new XElement(Atom + "summary", article.Lead),
            Content(source, DemoMarkup.ToHtml(article.Body, address)));

    private static XElement Content(DemoSource source, string html) => source.Dialect == FeedDialect.AtomXhtml
        ? new(Atom + "content", new XAttribute("type", "xhtml"), XElement.Parse($"<div xmlns=\"{Xhtml}\">{html}</div>"))
        : new(Atom + "content", new XAttribute("type", "html"), html);

    private static XElement Link(string relation, string url) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", url));

    private static DateTimeOffset? Changed(DemoArticle article) => article.Updated ?? article.Published;

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
