using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>An XML document that is no feed, as a tree; broken XML as far as it can be read.</summary>
/// <param name="Root">Null if there is no element at all.</param>
/// <param name="Remark">In Dutch what had to be repaired or left out; null if nothing.</param>
/// <param name="IsAttack">True if its entities multiply beyond reason; the tree is then of no use.</param>
internal sealed record XmlAnswer(FeedElement? Root, string? Remark, bool IsAttack = false)
{
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
