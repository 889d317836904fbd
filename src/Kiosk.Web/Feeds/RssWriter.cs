using System.Globalization;
using System.Text;
using System.Xml;
using Kiosk.Ingest.Formats;

namespace Kiosk.Web.Feeds;

/// <summary>RSS 2.0 with the modules for content, authors and the feed's own address.</summary>
public static class RssWriter
{
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>The feed in UTF-8.</summary>
    public static byte[] Write(OutFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            foreach (var (prefix, name) in new[] { ("atom", Atom), ("dc", Dc), ("content", Content) })
                xml.WriteAttributeString("xmlns", prefix, null, name);
            xml.WriteStartElement("channel");
            Text(xml, "title", feed.Title);
            Text(xml, "link", feed.Home.AbsoluteUri);
            Text(xml, "description", feed.Description.Length > 0 ? feed.Description : feed.Title);
            Text(xml, "language", "nl");
            Text(xml, "lastBuildDate", Date(feed.Updated));
            AtomWriter.Link(xml, "self", "application/rss+xml", feed.Self);
            if (feed.Hub is { } hub)
                AtomWriter.Link(xml, "hub", type: null, hub);
            foreach (var entry in feed.Entries)
                Write(xml, entry);
        }

        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, OutEntry entry)
    {
        xml.WriteStartElement("item");
        Text(xml, "title", entry.Title);
        Text(xml, "link", entry.Link.AbsoluteUri);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        Text(xml, "pubDate", Date(entry.Published));
        xml.WriteElementString("updated", Atom, AtomWriter.Date(entry.Updated));
        foreach (var author in entry.Authors)
            xml.WriteElementString("creator", Dc, XmlLetters.Allowed(author));
        foreach (var category in entry.Categories)
            Text(xml, "category", category);
        if (entry.Language is not null)
            xml.WriteElementString("language", Dc, XmlLetters.Allowed(entry.Language));
        // The description is HTML, so plain text is encoded once more.
        if (entry.Summary.Length > 0)
            Text(xml, "description", System.Net.WebUtility.HtmlEncode(entry.Summary));
        if (entry.Content.Length > 0)
            xml.WriteElementString("encoded", Content, XmlLetters.Allowed(entry.Content));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, XmlLetters.Allowed(value));

    /// <summary>RFC 822, as RSS asks.</summary>
    private static string Date(DateTimeOffset moment) => moment.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
