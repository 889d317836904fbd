using System.Text;
using System.Xml;

namespace Kiosk.Ingest.Formats;

/// <summary>Text that goes into XML.</summary>
public static class XmlLetters
{
    /// <summary>Without what XML forbids: names and titles come from people and sources.</summary>
    public static string Allowed(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
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
