using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>An XML document that is no feed, as a tree; broken XML as far as it can be read.</summary>
/// <param name="Root">Null if there is no element at all.</param>
/// <param name="Remark">In Dutch what had to be repaired or left out; null if nothing.</param>
/// <param name="IsAttack">True if its entities multiply beyond reason; the tree is then of no use.</param>
internal sealed record XmlAnswer(FeedElement? Root, string? Remark, bool IsAttack = false)
{
    /// <summary>Reads a body as XML and hands it on; what is no XML, something else, or an attack becomes a problem.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="address">The address that answered; null if unknown.</param>
    /// <param name="wanted">What the source should have given, as in "geen sitemap".</param>
    /// <param name="root">The name of the outermost element that this has, in lower case.</param>
    /// <param name="failed">Turns a problem in Dutch into a reading.</param>
    /// <param name="read">Turns the document into a reading.</param>
    public static T Read<T>(ReadOnlyMemory<byte> body, string? contentType, Uri? address, string wanted, string root, Func<string, T> failed, Func<XmlAnswer, T> read) =>
        AnswerText.Read(body, contentType, failed, text =>
        {
            var xml = Of(text, address);
            if (xml.IsAttack)
                return failed(AnswerProblems.Attack);
            return xml.Root?.Name == root ? read(xml) : failed(AnswerProblems.Instead(wanted, text, xml.Root?.Name));
        });

    public static XmlAnswer Of(string text, Uri? address)
    {
        var builder = new TreeBuilder(address);
        if (StrictXml.TryRead(text, builder))
            return new XmlAnswer(builder.Root, AnswerProblems.Limits(builder));
        builder = new TreeBuilder(address);
        var tolerant = new TolerantXml(text, builder);
        tolerant.Read();
        var remark = tolerant.IsTruncated ? AnswerProblems.CutShort : AnswerProblems.Repaired;
        return new XmlAnswer(builder.Root, Remarks.Join(remark, AnswerProblems.Limits(builder)), tolerant.IsAttack);
    }
}
