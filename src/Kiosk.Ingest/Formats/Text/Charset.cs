using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Kiosk.Ingest.Formats.Text;

/// <summary>An encoding that somebody declared.</summary>
internal sealed partial record Charset(Encoding Encoding)
{
    // As browsers do (WHATWG Encoding): who declares these writes the Windows code page around it.
    private static readonly FrozenDictionary<string, int> Widened = new (int Page, string Names)[]
    {
        (1252, "iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 us-ascii ascii ansi cp1252"), (1254, "iso-8859-9"), (874, "iso-8859-11 tis-620"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Page)))
        .ToFrozenDictionary(row => row.name, row => row.Page, StringComparer.OrdinalIgnoreCase);

    public bool IsUtf8 => Encoding.CodePage == Encoding.UTF8.CodePage;

    public bool IsMultiByte => !IsUtf8 && !Encoding.IsSingleByte;

    /// <summary>True for encodings that write other scripts in ASCII bytes (ISO-2022, UTF-7 is refused).</summary>
    public bool IsStateful => Encoding.WebName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase);

    public static Charset? FromContentType(string? contentType) => contentType is null ? null : Named(InHeader().Match(contentType));

    public static Charset? FromProlog(string start) => Named(InProlog().Match(start));

    /// <summary>What a web page declares in a meta element.</summary>
    public static Charset? FromMeta(string start) => Named(InMeta().Match(start));

    private static Charset? Named(Match match)
    {
        if (!match.Success)
            return null;
        var name = match.Groups["name"].Value;
        if (Widened.TryGetValue(name, out var page))
            return new Charset(CodePages.Page(page));
        // The bytes had no zeros, so UTF-16 and UTF-32 are mistakes; UTF-7 and EBCDIC would only hide markup.
        return CodePages.Named(name) is { } encoding && (encoding.IsBrowserSave || encoding.IsMailNewsDisplay) && WritesAscii(encoding)
            ? new Charset(encoding)
            : null;
    }

    private static bool WritesAscii(Encoding encoding) => encoding.GetByteCount("<") == 1 && encoding.GetBytes("<")[0] == (byte)'<';

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<name>[\w.:\-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex InHeader();

    [GeneratedRegex(@"<\?xml[^>]{0,200}?encoding\s*=\s*[""']?(?<name>[\w.:\-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex InProlog();

    [GeneratedRegex(@"<meta\s[^>]{0,300}?charset\s*=\s*[""']?\s*(?<name>[\w.:\-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex InMeta();
}
