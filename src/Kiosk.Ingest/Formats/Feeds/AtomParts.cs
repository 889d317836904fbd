using System.Buffers.Text;
using System.Text;
using Kiosk.Ingest.Formats.Markup;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>The constructs of Atom (RFC 4287, section 3, and Atom 0.3), which RSS feeds borrow.</summary>
internal static class AtomParts
{
    /// <summary>A text construct as HTML; null if blank or given only as an address.</summary>
    public static string? Html(FeedElement? element)
    {
        if (element is null)
            return null;
        var type = element.Attribute("type")?.ToLowerInvariant() ?? "";
        if (element.Attribute("mode") is { } mode && mode.Equals("base64", StringComparison.OrdinalIgnoreCase) || IsBinary(type))
            return FromBase64(element.Text, type);
        if (element.HasElements)
            return MarkupWriter.Inner(Unwrapped(element));
        var text = element.Text;
        // Many feeds put HTML in without saying so; text that holds tags is taken for it.
        var isPlain = type is "text" or "text/plain" or "";
        return text is null || !isPlain || !text.Contains('<', StringComparison.Ordinal) || PlainText.LooksLikeHtml(text)
            ? FeedFields.Html(element)
            : PlainText.ToHtml(text);
    }

    /// <summary>A text construct as one line of plain text. Text that says it is plain keeps its angle brackets.</summary>
    public static string? Line(FeedElement? element) => FeedFields.Title(Html(element));

    public static string? Person(FeedElement person) =>
        PersonName.Of(Part(person, "name")) ?? PersonName.Of(Part(person, "email")) ?? PersonName.Of(Part(person, "uri"))
        ?? (!person.HasElements || PlainText.LooksLikeHtml(person.Markup ?? "") ? PersonName.Of(person.Markup) : null);

    public static string? Category(FeedElement category) => FeedFields.Title(category.Attribute("label"))
        ?? FeedFields.Title(category.Attribute("term")) ?? FeedFields.Title(category);

    /// <summary>Children of this name that are Atom's, in an Atom feed or borrowed by another.</summary>
    public static IEnumerable<FeedElement> All(FeedElement parent, string name) =>
        parent.Elements.Where(element => element.Name == name && element.Module is ("" or "atom"));

    private static string? Part(FeedElement person, string name) => All(person, name).FirstOrDefault()?.Text;

    private static FeedElement Unwrapped(FeedElement element) =>
        element.Elements.ToList() is [{ Name: "div" or "body" } wrapper] && element.Nodes.All(node => string.IsNullOrWhiteSpace(node.Text))
            ? wrapper
            : element;

    private static bool IsBinary(string type) => type.Contains('/', StringComparison.Ordinal)
        && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal) && !type.Contains("html", StringComparison.Ordinal);

    private static string? FromBase64(string? text, string type)
    {
        if (text is null || !(type.Length == 0 || type.StartsWith("text", StringComparison.Ordinal) || type.Contains("html", StringComparison.Ordinal)))
            return null;
        var bytes = Encoding.ASCII.GetBytes(text);
        return Base64.DecodeFromUtf8InPlace(bytes, out var written) == System.Buffers.OperationStatus.Done && written > 0
            ? Encoding.UTF8.GetString(bytes.AsSpan(0, written))
            : null;
    }
}
