using AngleSharp.Dom;

namespace Kiosk.Ingest.Cleaning;

/// <summary>
/// Makes foreign HTML safe to show. The markup is parsed, walked and rebuilt from an allowlist: nothing of the source is ever copied as
/// markup, so what this class does not know cannot come through. Cleaning what is clean changes nothing.
/// </summary>
public static class HtmlCleaner
{
    /// <summary>Characters that are read; what comes after them is left out.</summary>
    public const int MaxLength = 5_000_000;

    /// <summary>Cleans a page or a piece of one. Never throws, whatever the input.</summary>
    /// <param name="html">Any text; null counts as empty.</param>
    /// <param name="baseUrl">What relative addresses are relative to; null leaves them out.</param>
    public static CleanHtml Clean(string? html, Uri? baseUrl = null)
    {
        var text = Characters.Repair(html, MaxLength);
        if (text.Length == 0)
            return new CleanHtml("", "");

        var root = BoundedParser.TryParse(text);
        return root is null ? Finish(Flattened(text)) : Clean(root, baseUrl);
    }

    /// <summary>Cleans what is below a parsed node, the node itself left out.</summary>
    public static CleanHtml Clean(INode root, Uri? baseUrl)
    {
        ArgumentNullException.ThrowIfNull(root);
        var builder = new BodyBuilder();
        new BodyWalk(builder, new SafeUrl(baseUrl)).Children(root);
        return Finish(builder.Finish());
    }

    private static CleanHtml Finish(Block body)
    {
        Headings.Demote(body);
        return new CleanHtml(HtmlWriter.Write(body), TextWriter.Write(body));
    }

    /// <summary>What is left of markup that is too deep or too large to be parsed: its text.</summary>
    private static Block Flattened(string text)
    {
        var builder = new BodyBuilder();
        foreach (var line in TagStripper.Strip(text).Split('\n'))
        {
            builder.Text(line);
            builder.Boundary();
        }

        return builder.Finish();
    }
}
