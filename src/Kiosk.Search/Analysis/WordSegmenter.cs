using System.Globalization;
using System.Text;

namespace Kiosk.Search.Analysis;

/// <summary>
/// Finds the words of a text: runs of letters, digits and their marks, held together by inner apostrophes (<c>foto's</c>), hyphens
/// (<c>WOZ-waarde</c>), points and commas between digits (<c>1.234,56</c>), points of an abbreviation (<c>d.w.z.</c>) and
/// invisible characters such as the soft hyphen. After the word boundaries of Unicode (UAX #29), but a full stop between words parts them.
/// </summary>
internal static class WordSegmenter
{
    /// <summary>The first word at or after <paramref name="from"/>; false if there is none.</summary>
    public static bool TryNext(string text, int from, out Range word)
    {
        var start = from;
        while (start < text.Length && !Starts(text, start))
            start++;
        word = start..start;
        if (start == text.Length)
            return false;
        word = start..End(text, start);
        return true;
    }

    private static int End(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            var length = WordLength(text, end);
            if (length == 0 && Joins(text, start, end))
                length = 1;
            if (length == 0)
                break;
            end += length;
        }
        return end;
    }

    private static bool Starts(string text, int at) => RuneAt(text, at, out var rune) > 0 && (Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune));

    /// <summary>The code units of the letter, digit or mark at <paramref name="at"/>; 0 if something else stands there.</summary>
    private static int WordLength(string text, int at)
    {
        if (char.IsAscii(text[at]))
            return char.IsAsciiLetterOrDigit(text[at]) ? 1 : 0;
        var length = RuneAt(text, at, out var rune);
        return IsWordRune(rune) ? length : 0;
    }

    private static bool IsWordRune(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool Joins(string text, int start, int at)
    {
        if (at + 1 >= text.Length || WordLength(text, at + 1) == 0)
            return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        return text[at] switch
        {
            '-' or '\u2010' or '\u2011' => true,
            '\'' or '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '`' => !char.IsAsciiDigit(after),
            '.' => (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) || IsAbbreviation(text, start, at),
            ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            var other => char.GetUnicodeCategory(other) == UnicodeCategory.Format,
        };
    }

    /// <summary>A point between two single letters, as in <c>b.v.</c></summary>
    private static bool IsAbbreviation(string text, int start, int at) =>
        char.IsLetter(text[at - 1]) && (at - 1 == start || text[at - 2] == '.')
        && char.IsLetter(text[at + 1]) && (at + 2 == text.Length || WordLength(text, at + 2) == 0);

    private static int RuneAt(string text, int at, out Rune rune)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out rune, out var length);
        return length;
    }
}
