using System.Text;
using System.Text.RegularExpressions;

namespace Kiosk.Web.Bounces;

/// <summary>
/// A mail or a part of one (RFC 5322, RFC 2046), as far as reports of returned mail need it. Whatever comes in is read to some end: what is too long, too deep or too many is left out.
/// </summary>
/// <param name="Headers">By name in lower case, unfolded; of one that comes more than once the first.</param>
/// <param name="Body">As it came, each byte a letter, lines ended by <c>\n</c>.</param>
internal sealed partial record MimePart(IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>More of a mail is not read. Reports begin with what matters and end with the mail that came back.</summary>
    public const int MostBytes = 512 * 1024;

    private const int MostParts = 40;
    private const int MostDepth = 5;
    private const int MostHeaders = 300;
    private const int LongestHeader = 4000;

    /// <summary>In lower case, such as <c>message/delivery-status</c>; plain text if nothing is said.</summary>
    public string Type => this["content-type"].Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } type ? type : "text/plain";

    /// <summary>The value of a header; empty if it is not there.</summary>
    /// <param name="header">In lower case.</param>
    public string this[string header] => Headers.GetValueOrDefault(header, "");

    public static MimePart Parse(ReadOnlySpan<byte> mail) => Parse(Encoding.Latin1.GetString(mail[..Math.Min(mail.Length, MostBytes)]).Replace("\r\n", "\n", StringComparison.Ordinal));

    public static MimePart Parse(string mail)
    {
        // Above a mail from a mailbox file stands a line of its own.
        var start = mail.StartsWith("From ", StringComparison.Ordinal) ? mail.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        var end = mail.AsSpan(start).StartsWith("\n") ? start : mail.IndexOf("\n\n", start, StringComparison.Ordinal);
        return end < 0 ? new MimePart(Fields(mail[start..]), "") : new MimePart(Fields(mail[start..end]), mail[Math.Min(mail.Length, end + (end == start ? 1 : 2))..]);
    }

    /// <summary>Lines of the form <c>Name: value</c>, of which one that begins with a space goes on with the line before.</summary>
    public static IReadOnlyDictionary<string, string> Fields(string block)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Folds().Replace(block, " ").Split('\n', MostHeaders + 1).Take(MostHeaders))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var at)
                fields.TryAdd(line[..at].Trim().ToLowerInvariant(), line[(at + 1)..Math.Min(line.Length, at + 1 + LongestHeader)].Trim());
        }

        return fields;
    }

    /// <summary>This part, and those in it and in them; not those of a mail that is enclosed.</summary>
    public IReadOnlyList<MimePart> All()
    {
        var all = new List<MimePart> { this };
        AddParts(all, depth: 0);
        return all;
    }

    private void AddParts(List<MimePart> all, int depth)
    {
        if (depth >= MostDepth || !Type.StartsWith("multipart/", StringComparison.Ordinal) || Boundary().Match(this["content-type"]) is not { Success: true } boundary)
            return;
        var line = "--" + (boundary.Groups["quoted"].Success ? boundary.Groups["quoted"] : boundary.Groups["plain"]).Value;
        foreach (var text in Between(line, MostParts - all.Count))
        {
            if (all.Count >= MostParts)
                return;
            var part = Parse(text);
            all.Add(part);
            part.AddParts(all, depth + 1);
        }
    }

    /// <summary>What stands between lines that begin with a boundary, up to the closing one or the end.</summary>
    private IEnumerable<string> Between(string line, int most)
    {
        var at = Body.StartsWith(line, StringComparison.Ordinal) ? 0 : Next(line, 0);
        for (var count = 0; at >= 0 && count < most; count++)
        {
            var begin = Body.IndexOf('\n', at);
            if (begin < 0 || Body.AsSpan(at + line.Length).StartsWith("--"))
                yield break;
            at = Next(line, begin);
            yield return Body[(begin + 1)..(at < 0 ? Body.Length : Math.Max(begin + 1, at - 1))];
        }
    }

    private int Next(string line, int from) => Body.IndexOf("\n" + line, from, StringComparison.Ordinal) is >= 0 and var at ? at + 1 : -1;

    [GeneratedRegex("""boundary\s*=\s*(?:"(?<quoted>[^"\r\n]{1,200})"|(?<plain>[^\s";]{1,200}))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Folds();
}
