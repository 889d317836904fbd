using System.Text;
using Kiosk.Search.Analysis;

namespace Kiosk.Search.Compounds;

/// <summary>Where a long Dutch word may be broken over two lines: between the parts of a compound, and within long parts between syllables.</summary>
public static class WordBreaks
{
    private const char SoftHyphen = '\u00ad';

    /// <summary>A piece that is no longer fits on every line.</summary>
    private const int LongestPiece = 7;

    private const string Vowels = "aeiouyáéíóúäëïöüàèê";

    /// <summary>Consonants that begin a syllable together (Woordenlijst Nederlandse Taal, 13).</summary>
    private static readonly string[] Onsets =
        ["bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "kw", "pl", "pr", "sl", "sch", "schr", "sp", "str", "tr", "vl", "vr", "wr", "zw"];

    /// <summary>Words that say little: de, aan, worden.</summary>
    public static bool IsCommon(string word) => StopWords.Contains(word.ToLowerInvariant());

    /// <summary>The word with soft hyphens; as it is if it is short.</summary>
    public static string Soft(string word)
    {
        var soft = new StringBuilder(word.Length + 8);
        Append(soft, word);
        return soft.ToString();
    }

    private static void Append(StringBuilder soft, string word)
    {
        var cuts = word.Length <= LongestPiece ? [] : Decompounder.Dutch.CutsOf(word.ToLowerInvariant());
        if (cuts.Length == 0)
        {
            AppendSyllables(soft, word);
            return;
        }

        var start = 0;
        foreach (var end in cuts.Append(word.Length))
        {
            if (start > 0)
                soft.Append(SoftHyphen);
            Append(soft, word[start..end]);
            start = end;
        }
    }

    private static void AppendSyllables(StringBuilder soft, string part)
    {
        for (var at = 0; at < part.Length; at++)
        {
            if (part.Length > LongestPiece && at >= 2 && at <= part.Length - 2 && Begins(part, at))
                soft.Append(SoftHyphen);
            soft.Append(part[at]);
        }
    }

    /// <summary>Whether a syllable begins here: after a vowel, with one consonant or with several that go together, and a vowel behind them.</summary>
    private static bool Begins(string word, int at)
    {
        var vowel = at;
        while (vowel < word.Length && char.IsLetter(word[vowel]) && !IsVowel(word[vowel]))
            vowel++;
        if (vowel == at || vowel == word.Length || !IsVowel(word[vowel]))
            return false;
        var first = at;
        while (first > 0 && char.IsLetter(word[first - 1]) && !IsVowel(word[first - 1]))
            first--;
        if (first == 0 || !IsVowel(word[first - 1]))
            return false;
        // As many consonants go along as may begin a word together, else the last one alone.
        for (var begin = first; begin < vowel - 1; begin++)
        {
            if (Onsets.Contains(word[begin..vowel].ToLowerInvariant()))
                return at == begin;
        }

        return at == vowel - 1;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(char.ToLowerInvariant(letter));
}
