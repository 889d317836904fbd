using System.Collections.Frozen;
using System.Text;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Takes the tags out of markup in one linear pass, without building a tree: for titles, and for markup too deep to be parsed.</summary>
internal static class TagStripper
{
    private static readonly FrozenSet<string> WithContent =
        "script style noscript template svg math textarea select iframe object".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Of these nothing is left: <b>schuld</b>hulp is one word. The others leave a line end.
    private static readonly FrozenSet<string> Inline =
        "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text between the tags, entities decoded once. Where a tag for a block stood, stands a line end.</summary>
    public static string Strip(string html) => Characters.Repair(Decoded(WithoutTags(html)));

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
                open = html.Length;
            text.Append(html, at, open - at);
            at = open == html.Length ? open : AfterTag(html, open, text);
        }

        return text.ToString();
    }

    private static int AfterTag(string html, int open, StringBuilder text)
    {
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
            return AfterComment(html, open + 4);
        var end = open + 1 < html.Length && (char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?')
            ? html.AsSpan(open + 1).IndexOfAny('<', '>') + open + 1
            : open;
        if (end <= open || html[end] == '<')
        {
            text.Append("&lt;");
            return open + 1;
        }

        var name = Name(html.AsSpan(open + 1, end - open - 1));
        if (!Inline.Contains(name))
            text.Append('\n');
        return WithContent.Contains(name) && html[open + 1] != '/' ? EndTag(html, name, end + 1) : end + 1;
    }

    private static int AfterComment(string html, int from)
    {
        var at = html.IndexOf("-->", from, StringComparison.Ordinal);
        return at < 0 ? html.Length : at + 3;
    }

    private static int EndTag(string html, string name, int from)
    {
        var at = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html.Length : at;
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length]))
            length++;
        return tag[..length].ToString();
    }

    private static string Decoded(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? BoundedParser.TryParse(text)?.TextContent ?? "" : text;
}
