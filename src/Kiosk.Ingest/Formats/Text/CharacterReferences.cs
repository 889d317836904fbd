using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Kiosk.Ingest.Formats.Text;

/// <summary>Character references of HTML and XML (&amp;eacute; &amp;#233; &amp;#xE9;); what is none stays as written.</summary>
internal static class CharacterReferences
{
    private const int LongestName = 32;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#");

    /// <param name="text">Any text.</param>
    /// <param name="declared">Looks up a name that HTML does not know (a DTD's own entity); null for none.</param>
    public static string Decode(string text, Func<string, string?>? declared = null)
    {
        var ampersand = text.IndexOf('&', StringComparison.Ordinal);
        if (ampersand < 0)
            return text;
        var decoded = new StringBuilder(text.Length);
        var start = 0;
        while (ampersand >= 0)
        {
            decoded.Append(text, start, ampersand - start);
            start = ampersand;
            if (Reference(text.AsSpan(ampersand + 1)) is { Length: > 0 } name && Value(name, declared) is { } value)
            {
                decoded.Append(value);
                start = ampersand + name.Length + 2;
            }
            else
            {
                decoded.Append('&');
                start++;
            }
            ampersand = text.IndexOf('&', start);
        }
        return decoded.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>The name between &amp; and ;, or null if there is none.</summary>
    public static string? Reference(ReadOnlySpan<char> text)
    {
        var window = text[..Math.Min(text.Length, LongestName + 1)];
        var end = window.IndexOfAnyExcept(NameCharacters);
        return end > 0 && window[end] == ';' ? window[..end].ToString() : null;
    }

    private static string? Value(string name, Func<string, string?>? declared) => name[0] == '#'
        ? Numeric(name.AsSpan(1))
        : declared?.Invoke(name) ?? HtmlEntityProvider.Resolver.GetSymbol(name + ";");

    private static string? Numeric(ReadOnlySpan<char> digits)
    {
        var hexadecimal = digits.Length > 0 && digits[0] is 'x' or 'X';
        var parsed = hexadecimal
            ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        if (!parsed)
            return null;
        // 128 to 159 are meant as windows-1252, as in HTML.
        if (code is >= 0x80 and <= 0x9F)
            return CodePages.Windows1252.GetString([(byte)code]);
        if (code < ' ' && code is not ('\t' or '\n' or '\r'))
            return "";
        return Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD";
    }
}
