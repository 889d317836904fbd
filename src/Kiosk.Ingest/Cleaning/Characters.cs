using System.Text;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Which characters may stand in text that is stored and shown.</summary>
internal static class Characters
{
    /// <summary>
    /// The text without what no reader should meet: NUL and other controls, halves of surrogate pairs, noncharacters, byte order marks, soft
    /// hyphens, zero-width spaces and the overrides that turn the direction of text around. Line ends become <c>\n</c>. Cut at <paramref name="max"/>.
    /// </summary>
    public static string Repair(string? text, int max = int.MaxValue)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        if (text.Length > max)
            text = text[..max];
        var first = FirstToRepair(text);
        return first < 0 ? text : Repaired(text, first);
    }

    /// <summary>The text with a replacement character for NUL and for halves of surrogate pairs, which PostgreSQL refuses; otherwise as it is, for names that must stay what they were.</summary>
    public static string Storable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal))
            return text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
    }

    /// <summary>The whitespace that HTML folds. A no-break space is not among it.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u2028' or '\u2029';

    private static int FirstToRepair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (text[i] == '\r' || char.IsSurrogate(text[i]) || IsUnwanted(text[i]))
                return i;
        }

        return -1;
    }

    private static string Repaired(string text, int first)
    {
        var kept = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                // A pair \r\n is one line end.
                if (i + 1 == text.Length || text[i + 1] != '\n')
                    kept.Append('\n');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(c).Append(text[++i]);
            }
            else if (!char.IsSurrogate(c) && !IsUnwanted(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private static bool IsUnwanted(char c) => c switch
    {
        '\t' or '\n' or '\f' => false,
        < ' ' => true,
        >= '\u007F' and <= '\u009F' => true,
        '\u00AD' or '\u200B' or '\u202D' or '\u202E' or '\uFEFF' => true,
        >= '\uFDD0' and <= '\uFDEF' => true,
        _ => c >= '\uFFFE',
    };
}
