using System.Globalization;
using System.Text;

namespace Kiosk.Ingest.Identity;

/// <summary>
/// One spelling for percent-encoded text (RFC 3986, section 6.2.2): unreserved characters plain, all else in capitals, never twice. Plain too are
/// reserved characters that part nothing where they stand: programs that write addresses encode them or do not, and servers read both alike.
/// </summary>
internal static class PercentEncoding
{
    private const string PlainInPath = "!$&'()*+,:=@[]";

    private const string PlainInParameter = "!$'()*,/:?@[]";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static string Normalize(string path) => Normalize(path, PlainInPath);

    /// <summary>The same for a parameter, where a plus is a space too.</summary>
    public static string NormalizeQuery(string parameter) => Normalize(parameter.Replace("+", "%20", StringComparison.Ordinal), PlainInParameter);

    private static string Normalize(string text, string plain)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var b in Utf8.GetBytes(text).AsSpan())
            normal.Append((char)b);
        return Rewritten(normal.ToString(), plain);
    }

    /// <param name="bytes">One character for each byte.</param>
    private static string Rewritten(string bytes, string plain)
    {
        var normal = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%' && i + 2 < bytes.Length
                && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                Append(normal, (char)value, encoded: !plain.Contains((char)value, StringComparison.Ordinal));
                i += 2;
            }
            else
            {
                Append(normal, bytes[i], encoded: false);
            }
        }

        return normal.ToString();
    }

    private static void Append(StringBuilder normal, char c, bool encoded)
    {
        var isUnreserved = char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
        var isReserved = c is > ' ' and < '\u007F' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '%');
        if (isUnreserved || (isReserved && !encoded))
            normal.Append(c);
        else
            normal.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
    }
}
