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
            xml.WriteAttributeString("text", XmlLetters.Allowed(name));
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
                xml.WriteAttributeString(attribute, XmlLetters.Allowed(value));
        }

        xml.WriteEndElement();
    }
}
