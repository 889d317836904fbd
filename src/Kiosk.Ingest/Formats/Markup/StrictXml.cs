using System.Xml;

namespace Kiosk.Ingest.Formats.Markup;

/// <summary>Reads well-formed XML. DTDs are stepped over, nothing is fetched, and an entity that only a DTD explains is an error here,
/// so that <see cref="TolerantXml"/> takes over.</summary>
internal static class StrictXml
{
    /// <returns>False if the text is not well-formed: the builder then holds a part of it and must be thrown away.</returns>
    public static bool TryRead(string text, TreeBuilder builder)
    {
        // Namespaces are resolved by the builder, since an undeclared prefix is no reason to reject a feed.
        using var reader = new XmlTextReader(new StringReader(text))
        {
            Namespaces = false,
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            Normalization = true,
        };
        try
        {
            while (!builder.IsFull && reader.Read())
                Report(reader, builder);
            return builder.IsComplete || builder.IsFull;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static void Report(XmlTextReader reader, TreeBuilder builder)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                builder.Open(reader.Name.ToLowerInvariant(), Attributes(reader));
                if (isEmpty)
                    builder.Close();
                break;
            case XmlNodeType.EndElement:
                builder.Close();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                builder.Text(reader.Value);
                break;
            case XmlNodeType.EntityReference:
                throw new XmlException(reader.Name);
            default:
                break;
        }
    }

    private static FeedAttribute[] Attributes(XmlTextReader reader)
    {
        if (!reader.HasAttributes)
            return [];
        var attributes = new FeedAttribute[Math.Min(reader.AttributeCount, MarkupLimits.Attributes)];
        for (var index = 0; index < attributes.Length; index++)
        {
            reader.MoveToAttribute(index);
            attributes[index] = new FeedAttribute(reader.Name.ToLowerInvariant(), reader.Value);
        }
        reader.MoveToElement();
        return attributes;
    }
}
