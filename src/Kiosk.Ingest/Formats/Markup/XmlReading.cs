using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Markup;

/// <summary>A document as a tree, with in Dutch what had to be repaired or left out (null if nothing).</summary>
/// <param name="Root">Null if there is no element at all.</param>
/// <param name="IsCutShort">True if the end is missing.</param>
/// <param name="IsAttack">True if the document's entities multiply beyond reason; the tree is then of no use.</param>
internal sealed partial record XmlReading(FeedElement? Root, string? Remark, bool IsCutShort = false, bool IsAttack = false)
{
    private const int LongestJunk = 64 * 1024;

    /// <param name="text">The document.</param>
    /// <param name="address">Where it came from: the start of xml:base; may be null.</param>
    public static XmlReading Of(string text, Uri? address)
    {
        var builder = new TreeBuilder(address);
        if (StrictXml.TryRead(text, builder))
            return new XmlReading(builder.Root, Limits(builder));
        builder = new TreeBuilder(address);
        var start = Start(text);
        var tolerant = new TolerantXml(text[start..], builder);
        tolerant.Read();
        var remark = tolerant.IsTruncated ? Remarks.CutShort : Remarks.Repaired;
        return new XmlReading(builder.Root, Remarks.Join(remark, Limits(builder)), tolerant.IsTruncated, tolerant.IsAttack);
    }

    private static string? Limits(TreeBuilder builder) =>
        Remarks.Join(builder.IsFull ? Remarks.TooLong : null, builder.HasTooDeep ? Remarks.TooDeep : null);

    // Warnings of PHP, blank lines and stray text come before the feed proper. A page of HTML that merely shows a feed is none.
    private static int Start(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, LongestJunk)).ToString();
        var root = Opening().Match(head);
        if (!root.Success || head.AsSpan(0, root.Index).Contains("<html", StringComparison.OrdinalIgnoreCase))
            return 0;
        var declaration = head.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        return declaration >= 0 && declaration < root.Index ? declaration : root.Index;
    }

    [GeneratedRegex(@"<(?:[a-z][\w.\-]{0,30}:)?(?:rss|rdf|feed)(?=[\s>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Opening();
}
