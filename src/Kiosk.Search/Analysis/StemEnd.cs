namespace Kiosk.Search.Analysis;

/// <summary>
/// Makes the ends of stems equal that belong to one word and that the stemmer leaves apart. No Dutch word ends in v or z, or in a double consonant:
/// <c>prijzen</c> is of prijs, <c>preventieve</c> of preventief, <c>verschillen</c> of verschil. And a vowel before a double vowel keeps it from becoming single:
/// <c>financieel</c> is of financiële.
/// </summary>
internal static class StemEnd
{
    private const int ShortestStem = 3;

    /// <param name="stem">What the stemmer made of the word.</param>
    /// <param name="word">The word: one that itself ends in v or z is a name or an abbreviation, such as WOZ.</param>
    public static string Level(string stem, string word)
    {
        if (stem.Length < ShortestStem || !char.IsAsciiLetterLower(stem[^1]) || IsVowel(stem[^1]))
            return stem;
        var (last, before) = (stem[^1], stem[^2]);
        if (last == before && IsVowel(stem[^3]))
            return stem[..^1];
        if (last is 'v' or 'z' && stem.Length < word.Length && (IsVowel(before) || before is 'j' or 'l' or 'n' or 'r'))
            return stem[..^1] + (last == 'v' ? 'f' : 's');
        return EndsInVowels(stem) ? stem[..^2] + last : stem;
    }

    /// <summary>On -ieel, -iaal, -ueel, -eaal and the like.</summary>
    private static bool EndsInVowels(string stem) => stem.Length > ShortestStem + 1 && stem[^2] is 'a' or 'e' or 'o' && stem[^3] == stem[^2]
        && stem[^4] is 'i' or 'u' or 'e' && stem[^4] != stem[^3];

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
