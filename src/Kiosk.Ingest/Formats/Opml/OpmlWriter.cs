using System.Text;
using System.Xml;

namespace Kiosk.Ingest.Formats.Opml;

/// <summary>Writes lists of feeds as OPML 2.0, which every feed reader takes.</summary>
public static class OpmlWriter
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    /// <summary>The file, in UTF-8. Feeds that follow each other in the same outermost folder stand in it together; deeper folders are not kept.</summary>
    /// <param name="title">What the list is called.</param>
    /// <param name="feeds">In the order of the file.</param>
    public static byte[] Write(string title, IEnumerable<OpmlFeed> feeds)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", title);
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var folder in feeds.GroupBy(feed => feed.Folders is [var first, ..] ? first : ""))
                WriteFolder(xml, folder.Key, folder);
        }

        return bytes.ToArray();
    }

    private static void WriteFolder(XmlWriter xml, string name, IEnumerable<OpmlFeed> feeds)
    {
        if (name.Length > 0)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", Allowed(name));
        }

        foreach (var feed in feeds)
            WriteFeed(xml, feed);
        if (name.Length > 0)
            xml.WriteEndElement();
    }

    private static void WriteFeed(XmlWriter xml, OpmlFeed feed)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        foreach (var (attribute, value) in new[] { ("text", feed.Title ?? feed.Url), ("title", feed.Title), ("xmlUrl", feed.Url), ("htmlUrl", feed.SiteUrl), ("language", feed.Language), ("category", feed.Category is null ? null : $"/{feed.Category}") })
        {
            if (value is not null)
                xml.WriteAttributeString(attribute, Allowed(value));
        }

        xml.WriteEndElement();
    }

    /// <summary>Names come from people and feeds; what XML forbids is no part of them.</summary>
    private static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
                allowed.Append(text[at]).Append(text[++at]);
            else if (XmlConvert.IsXmlChar(text[at]))
                allowed.Append(text[at]);
        }

        return allowed.ToString();
    }
}
