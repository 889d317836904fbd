using System.Globalization;
using System.Text;
using System.Xml;
using Kiosk.Ingest.Formats;

namespace Kiosk.Web.Feeds;

/// <summary>Atom 1.0 (RFC 4287).</summary>
public static class AtomWriter
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed in UTF-8.</summary>
    public static byte[] Write(OutFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "nl");
            Text(xml, "id", feed.Home.AbsoluteUri);
            Text(xml, "title", feed.Title);
            if (feed.Description.Length > 0)
                Text(xml, "subtitle", feed.Description);
            Text(xml, "updated", Date(feed.Updated));
            Link(xml, "alternate", "text/html", feed.Home);
            Link(xml, "self", "application/atom+xml", feed.Self);
            if (feed.Hub is { } hub)
                Link(xml, "hub", type: null, hub);
            // RFC 4287, 4.1.1: an entry without an author needs one of the feed.
            Author(xml, "de Kiosk");
            foreach (var entry in feed.Entries)
                Write(xml, entry);
        }

        return bytes.ToArray();
    }

    internal static string Date(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Write(XmlWriter xml, OutEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        if (entry.Language is not null)
            xml.WriteAttributeString("xml", "lang", null, XmlLetters.Allowed(entry.Language));
        Text(xml, "id", entry.Id);
        Text(xml, "title", entry.Title);
        Text(xml, "published", Date(entry.Published));
        Text(xml, "updated", Date(entry.Updated));
        Link(xml, "alternate", "text/html", entry.Link);
        foreach (var author in entry.Authors)
            Author(xml, author);
        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", XmlLetters.Allowed(category));
            xml.WriteEndElement();
        }

        if (entry.Summary.Length > 0)
            Text(xml, "summary", entry.Summary);
        if (entry.Content.Length > 0)
        {
            xml.WriteStartElement("content", Atom);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(XmlLetters.Allowed(entry.Content));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    /// <summary>An Atom link, which RSS borrows.</summary>
    internal static void Link(XmlWriter xml, string relation, string? type, Uri address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
            xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Atom, XmlLetters.Allowed(value));
}
