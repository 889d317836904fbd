namespace Kiosk.Search.Analysis;

/// <summary>
/// The words met last, with what the analysis made of them: texts repeat their words, and a look-up costs a tenth of stemming. Each word has one
/// place, and another word that belongs there takes it: nothing is waited for, and hostile pages cannot make it grow.
/// </summary>
internal static class TermCache
{
    private const int PlaceBits = 17;
    private const int LongestWord = 40;

    private static readonly Known?[] Places = new Known?[1 << PlaceBits];

    public static Term Of(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return Term.Of(word);
        ref var place = ref Places[PlaceOf(word)];
        if (place is { } known && word.SequenceEqual(known.Word))
            return known.Term;
        var term = Term.Of(word);
        place = new Known(word.ToString(), term);
        return term;
    }

    /// <summary>FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), its high bits folded in.</summary>
    private static int PlaceOf(ReadOnlySpan<char> word)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in word)
            hash = (hash ^ letter) * 16_777_619u;
        return (int)((hash ^ (hash >> PlaceBits)) & ((1u << PlaceBits) - 1));
    }

    private sealed record Known(string Word, Term Term);
}
