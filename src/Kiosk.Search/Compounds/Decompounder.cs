namespace Kiosk.Search.Compounds;

/// <summary>
/// Takes Dutch compounds apart: <c>schuldhulpverlening</c> is found by schuld, hulpverlening, hulp and verlening. The parts are words of a
/// list with how productive each is before and after other words (after Koehn and Knight, "Empirical Methods for Compound Splitting", 2003,
/// with families in place of frequencies); linking letters (-s-, -e-, -en-, -er-) belong to the forms in it. A short word that others are made of, such as
/// <c>doelpunt</c>, is a notion of its own and is left whole.
/// </summary>
internal sealed class Decompounder(CompoundWords words)
{
    private const int ShortestWord = 6;
    private const int LongestWord = 60;
    private const int LeastStrength = 900;
    private const int LeastStrengthWithin = 1_000;
    private const int LengthWeight = 43;
    private const int MostDepth = 3;

    /// <summary>With the words that come with the program.</summary>
    public static Decompounder Dutch { get; } = new(CompoundWords.Dutch);

    /// <summary>
    /// The parts of a folded word without hyphens, and what they are forms of; the parts of long parts too, and of three
    /// or more parts the first ones and the last ones together. Empty if the word is left whole.
    /// Words of more than 60 letters are.
    /// </summary>
    public IReadOnlyList<string> PartsOf(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || words.Wholes.Contains(word))
            return words.GivenFor(word) ?? [];
        var parts = new List<string>();
        AddParts(parts, word, LeastStrength, depth: 0);
        parts.Remove(word);
        return parts;
    }

    /// <summary>Where the parts of a folded word begin, without the first; empty if it is left whole.</summary>
    public int[] CutsOf(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || words.Wholes.Contains(word))
            return [];
        return Segmentation.Of(word, words) is var (cuts, strength) && (10 * strength) + (LengthWeight * word.Length) >= LeastStrength ? cuts : [];
    }

    private void AddParts(List<string> parts, string word, int least, int depth)
    {
        if (words.GivenFor(word) is { } given)
            parts.AddRange(given.Except(parts));
        else if (word.Length >= ShortestWord && depth < MostDepth
            && Segmentation.Of(word, words) is var (cuts, strength) && (10 * strength) + (LengthWeight * word.Length) >= least)
            AddPieces(parts, word, cuts, depth);
    }

    private void AddPieces(List<string> parts, string word, int[] cuts, int depth)
    {
        for (var i = 0; i <= cuts.Length; i++)
        {
            var start = i == 0 ? 0 : cuts[i - 1];
            AddPart(parts, word[start..(i < cuts.Length ? cuts[i] : word.Length)], depth);
            if (i == 0 || i == cuts.Length)
                continue;
            Add(parts, word[..cuts[i]]);
            Add(parts, word[start..]);
        }
    }

    private void AddPart(List<string> parts, string part, int depth)
    {
        var lemma = words.Parts[part].Lemma ?? part;
        Add(parts, part);
        Add(parts, lemma);
        AddParts(parts, lemma, LeastStrengthWithin, depth + 1);
    }

    private static void Add(List<string> parts, string part)
    {
        if (!parts.Contains(part))
            parts.Add(part);
    }
}
