using System.Text;
using System.Xml;
using Kiosk.Ingest.Formats;
using Kiosk.Web.Feeds;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Lists;

/// <summary>A list as OPML 2.0: an outline of links, its headings as folders, its notes beside the links.</summary>
public static class ListOpml
{
    /// <param name="list">What is written.</param>
    /// <param name="address">The whole address of a path of the kiosk.</param>
    public static string Write(ListView list, Func<string, Uri> address)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", XmlLetters.Allowed(list.Title));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var section in list.Sections)
                Write(xml, section, address);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(XmlWriter xml, IGrouping<string, ListedArticle> section, Func<string, Uri> address)
    {
        if (section.Key.Length > 0)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", XmlLetters.Allowed(section.Key));
        }

        foreach (var article in section)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", XmlLetters.Allowed(article.Card.Title));
            xml.WriteAttributeString("type", "link");
            xml.WriteAttributeString("url", address(article.Card.Link).AbsoluteUri);
            xml.WriteAttributeString("created", article.AddedAt.ToUniversalTime().ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            if (article.Note.Length > 0)
                xml.WriteAttributeString("description", XmlLetters.Allowed(article.Note));
            xml.WriteEndElement();
        }

        if (section.Key.Length > 0)
            xml.WriteEndElement();
    }
}
