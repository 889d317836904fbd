using System.Globalization;
using System.Text;

namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>
/// Spells paths so that they can be compared (RFC 9309, 2.2.2). As written: hexadecimal digits in capitals, what no address can hold
/// percent-encoded, as are other bytes than ASCII of a rule, and a tilde plain, since old addresses (RFC 1738) had to encode it. Normal: in
/// addresses too, whatever needs no encoding decoded, and encoded in a query what may stand there either way. Each character is one byte.
/// </summary>
internal static class RobotsSpelling
{
    /// <summary>The address's own <c>*</c> and <c>$</c> are encoded (RFC 9309, 2.2.3), since in a rule they are no characters.</summary>
    public static string OfAddress(string path) => Spell(path, isRule: false, isNormal: false);

    public static string NormalOfAddress(string path) => Spell(path, isRule: false, isNormal: true);

    public static string OfRule(string piece, bool isInQuery) => Spell(piece, isRule: true, isNormal: false, isInQuery);

    public static string NormalOfRule(string piece, bool isInQuery) => Spell(piece, isRule: true, isNormal: true, isInQuery);

    private static string Spell(string path, bool isRule, bool isNormal, bool isInQuery = false)
    {
        var spelled = new StringBuilder(path.Length + 16);
        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            if (c == '%' && i + 2 < path.Length && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                Append(spelled, (char)value, encode: !(value == '~' || (isNormal && IsUnreserved((char)value))));
                i += 2;
                continue;
            }

            var isSpecial = c is '*' or '$' || NoAddressHolds(c) || (c > '~' && (isRule || isNormal));
            Append(spelled, c, encode: isSpecial || (isNormal && isInQuery && c is (':' or '/' or '?' or '@')));
            isInQuery |= c == '?';
        }

        return spelled.ToString();
    }

    private static bool NoAddressHolds(char c) => c is <= ' ' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}';

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    private static void Append(StringBuilder spelled, char c, bool encode)
    {
        if (encode)
            spelled.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
        else
            spelled.Append(c);
    }
}
