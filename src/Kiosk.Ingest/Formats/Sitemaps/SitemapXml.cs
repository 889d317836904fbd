using System.Text;
using System.Xml;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Sitemaps;

/// <summary>Streams the XML of a sitemap to its entries: 50,000 addresses cost no tree. Namespaces are not looked at, since many are wrong.</summary>
internal static class SitemapXml
{
    private const int LongestText = 4_000;

    /// <returns>False if the XML broke; what came before is in the entries.</returns>
    public static bool TryRead(string text, SitemapEntries entries)
    {
        using var reader = new XmlTextReader(new StringReader(text))
        {
            Namespaces = false,
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            Normalization = true,
            WhitespaceHandling = WhitespaceHandling.None,
        };
        var path = new Stack<string>();
        var value = new StringBuilder();
        try
        {
            while (!entries.IsFull && reader.Read())
                Report(reader, path, value, entries);
            return entries.IsFull || entries.Root is not null;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>The same text with stray ampersands escaped and characters that XML forbids taken out.</summary>
    public static string Repaired(string text)
    {
        var repaired = new StringBuilder(text.Length + 64);
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            if (c == '&' && CharacterReferences.Reference(text.AsSpan(index + 1, Math.Min(40, text.Length - index - 1))) is null)
                repaired.Append("&amp;");
            else if (XmlConvert.IsXmlChar(c))
                repaired.Append(c);
        }
        return repaired.ToString();
    }

    private static void Report(XmlTextReader reader, Stack<string> path, StringBuilder value, SitemapEntries entries)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var name = LocalName(reader.Name);
                entries.Open(name, isRoot: path.Count == 0);
                value.Clear();
                if (reader.IsEmptyElement)
                    break;
                path.Push(name);
                break;
            case XmlNodeType.EndElement:
                var closed = path.Pop();
                entries.Close(closed, path.TryPeek(out var parent) ? parent : "", value.ToString());
                value.Clear();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA when value.Length < LongestText:
                value.Append(reader.Value);
                break;
            case XmlNodeType.EntityReference:
                value.Append(CharacterReferences.Decode($"&{reader.Name};"));
                break;
            default:
                break;
        }
    }

    private static string LocalName(string name) => name[(name.LastIndexOf(':') + 1)..].ToLowerInvariant();
}
