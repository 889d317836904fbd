using System.Globalization;
using System.Text;

namespace Kiosk.Search.Analysis;

/// <summary>
/// Makes spellings of one word equal: letter case, diacritics, ligatures (<c>ĳ</c> becomes <c>ij</c>), apostrophes, hyphens, invisible
/// characters, points in numbers (<c>1.500</c> becomes <c>1500</c>) and in abbreviations (<c>b.v.</c> becomes <c>bv</c>).
/// </summary>
internal static class Folding
{
    /// <summary>Longer words are cut off here: nobody types them, and hostile pages hold words of megabytes.</summary>
    public const int MaxLength = 100;

    public static string Fold(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxLength)
            word = word[..(char.IsHighSurrogate(word[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        var folded = System.Text.Ascii.IsValid(word) ? Lower(word) : FoldUnicode(word);
        return folded.Contains('.') ? WithoutPoints(folded) : folded;
    }

    private static string Lower(ReadOnlySpan<char> word) => string.Create(word.Length, word, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = source[i] == '`' ? '\'' : char.ToLowerInvariant(source[i]);
    });

    private static string FoldUnicode(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length + 4);
        foreach (var letter in word.ToString().Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Special(letter.Value) is { } special)
                folded.Append(special);
            else
                AppendBare(folded, letter);
        }
        return folded.ToString();
    }

    /// <summary>Characters that Unicode does not decompose, or not into what a Dutch reader types.</summary>
    private static string? Special(int letter) => letter switch
    {
        0x2018 or 0x2019 or 0x02BC or 0x00B4 or '`' => "'",
        0x2010 or 0x2011 => "-",
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ł' or 'Ł' => "l",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        _ => null,
    };

    private static void AppendBare(StringBuilder folded, Rune letter)
    {
        foreach (var rune in letter.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Special(rune.Value) is { } special)
                folded.Append(special);
            else if (Rune.IsLetterOrDigit(rune) || rune.Value is '\'' or '-' or '.' or ',')
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
    }

    private static string WithoutPoints(string word)
    {
        if (char.IsLetter(word[0]))
            return word.Replace(".", "", StringComparison.Ordinal);
        return GroupsThousands(word) ? word.Replace(".", "", StringComparison.Ordinal) : word;
    }

    /// <summary>True for <c>1.500</c> and <c>1.234.567,89</c>, false for <c>12.05.2024</c> and <c>3.1</c>.</summary>
    private static bool GroupsThousands(string number)
    {
        var groups = number.Split(',')[0].Split('.');
        return groups[0].Length is >= 1 and <= 3 && groups[0] != "0"
            && groups.Skip(1).All(group => group.Length == 3 && group.All(char.IsAsciiDigit));
    }
}
