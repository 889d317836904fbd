using System.Globalization;
using System.Text;

namespace Kiosk.Ingest.Identity;

/// <summary>One spelling for percent-encoded text (RFC 3986, section 6.2.2): unreserved characters plain, all else in capitals, never twice.</summary>
internal static class PercentEncoding
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static string Normalize(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var b in Utf8.GetBytes(text).AsSpan())
            normal.Append((char)b);
        return Rewritten(normal.ToString());
    }

    /// <summary>The same for a parameter, where a plus is a space too.</summary>
    public static string NormalizeQuery(string parameter) => Normalize(parameter.Replace("+", "%20", StringComparison.Ordinal));

    /// <param name="bytes">One character for each byte.</param>
    private static string Rewritten(string bytes)
    {
        var normal = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '%' && i + 2 < bytes.Length
                && byte.TryParse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                Append(normal, (char)value, encoded: true);
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
