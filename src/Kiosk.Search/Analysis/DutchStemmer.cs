namespace Kiosk.Search.Analysis;

/// <summary>
/// The Porter-style Dutch stemmer of Snowball, there called <c>dutch_porter</c>
/// (https://snowballstem.org/algorithms/dutch_porter/stemmer.html), over lower-case words.
/// Not the newer default (Kraaij-Pohlmann), which makes one of gemeente, mening and menen.
/// </summary>
public static class DutchStemmer
{
    /// <summary>The stem of a lower-case word; other characters than letters are left as they are.</summary>
    public static string Stem(string word)
    {
        var buffer = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        word.CopyTo(buffer);
        var stem = new DutchWord(buffer);
        stem.MarkConsonants();
        stem.MarkRegions();
        stem.RemovePlural();
        stem.RemoveFinalE();
        stem.RemoveHeid();
        stem.RemoveDerivation();
        stem.UndoubleVowel();
        return stem.ToString();
    }
}
