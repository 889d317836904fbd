using Kiosk.Search.Analysis;
using Kiosk.Search.Compounds;

namespace Kiosk.Search.Spelling;

/// <summary>
/// Finds what somebody meant who typed a word that the archive does not have: the word that costs least to have been typed so
/// (<see cref="WeightedDistance"/>; what is near is looked at first), and of words as near the one that stands in most places. Suggests only words of the archive.
/// </summary>
public sealed class Speller(SpellingWords words)
{
    private const int ShortestWord = 3;
    private const int LongestWord = 40;

    /// <summary>A word in so few places may itself be an error, if one near it is so many times as common.</summary>
    private const int Rare = 2;
    private const int Commoner = 100;
    private const double FrequencyWeight = 0.06;
    private const double SpaceCost = 0.55;
    private const double ShortWord = 0.5;
    private const double FirstReach = 0.8;
    private const double NearACompound = 0.6;

    /// <summary>What may have been meant, the likeliest first; empty if the word is known, or nothing is near.</summary>
    /// <param name="word">As it was typed.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="hasForm">Whether the archive has another form of a word: such a word is no error, and only its diacritics are put right.</param>
    public IReadOnlyList<Correction> Suggest(string word, int most = 5, Func<string, bool>? hasForm = null)
    {
        var typed = SpellingWords.Plain(word);
        var known = words.CountOf(typed);
        if (typed.Length is < ShortestWord or > LongestWord || known > Rare)
            return [];
        var isCompound = IsCompoundOfKnownWords(typed);
        var found = Near(typed, known > 0 ? FirstReach : isCompound ? NearACompound : Farthest(typed.Length), mayBeApart: known == 0 && !isCompound);
        if (known > 0)
            found = found.Where(near => near.Count >= Commoner * known && !IsInflected(near.Text, typed));
        else if (hasForm?.Invoke(typed) == true)
            found = found.Where(near => Folding.Fold(near.Text) == Folding.Fold(typed));
        return [.. found.Take(most)];
    }

    /// <summary>
    /// The whole question as it may have been meant: each unknown word put right, words written apart that belong together joined. Null if there
    /// is nothing to put right.
    /// </summary>
    /// <inheritdoc cref="Suggest" path="/param"/>
    public string? SuggestQuery(string query, Func<string, bool>? hasForm = null)
    {
        var pieces = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length > 32)
            return null;
        // A word that was typed alone and finds next to nothing may be anything, also a form of what was meant.
        if (pieces.Length == 1)
            hasForm = null;
        var corrected = new List<string>();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i + 1 < pieces.Length && Joined(pieces[i], pieces[i + 1]) is { } joined)
            {
                corrected.Add(joined);
                i++;
            }
            else
                corrected.Add(Corrected(pieces[i], hasForm));
        }
        return corrected.SequenceEqual(pieces) ? null : string.Join(' ', corrected);
    }

    private static bool IsInflected(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal) || Term.Of(one).Text == Term.Of(other).Text;

    private IEnumerable<Correction> Near(string typed, double farthest, bool mayBeApart)
    {
        var near = new SortedSet<(double Rank, string Text, double Cost, long Count)>();
        if (mayBeApart)
            AddApart(near, typed, farthest);
        for (var far = FirstReach; near.Count == 0 || far == FirstReach; far *= 2)
        {
            AddNear(near, typed, Math.Min(far, farthest));
            if (far >= farthest)
                break;
        }
        return near.Where(found => found.Text != typed).Select(found => new Correction(found.Text, found.Cost, found.Count));
    }

    private static double Farthest(int length) => length switch
    {
        <= 3 => 1,
        <= 5 => 1.5,
        <= 8 => 2.2,
        _ => 3,
    };

    private void AddNear(SortedSet<(double, string, double, long)> near, string typed, double farthest)
    {
        var distance = new WeightedDistance(typed, farthest, SpellingWords.LongestWord);
        var sorted = words.Sorted;
        var shared = words.Shared;
        var filled = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (shared[i] > filled)
                continue;
            filled = distance.Extend(sorted[i], Math.Min(filled, shared[i]));
            if (filled == sorted[i].Length && distance.CostOf(sorted[i]) <= farthest)
                Add(near, sorted[i], distance.CostOf(sorted[i]), words.CountOf(sorted[i]));
        }
    }

    /// <summary>Two known words that were written as one.</summary>
    private void AddApart(SortedSet<(double, string, double, long)> near, string typed, double farthest)
    {
        for (var at = ShortestWord; at <= typed.Length - ShortestWord && SpaceCost <= farthest; at++)
        {
            if (StopWords.Contains(typed[..at]) || StopWords.Contains(typed[at..]))
                continue;
            var cost = Math.Min(at, typed.Length - at) >= 4 ? SpaceCost : SpaceCost + ShortWord;
            var count = Math.Min(words.CountOf(typed[..at]), words.CountOf(typed[at..]));
            if (count > 0)
                Add(near, $"{typed[..at]} {typed[at..]}", cost, count);
        }
    }

    private static void Add(SortedSet<(double, string, double, long)> near, string text, double cost, long count) =>
        near.Add((cost - (FrequencyWeight * Math.Log(count)), text, cost, count));

    /// <summary>A new compound of words that the archive has is no error.</summary>
    private bool IsCompoundOfKnownWords(string typed) =>
        Decompounder.Dutch.PartsOf(Folding.Fold(typed)) is { Count: > 0 } parts && parts.All(part => words.CountOf(part) > 0);

    private string? Joined(string one, string other)
    {
        var joined = one + other;
        return words.CountOf(joined) > 0 && (words.CountOf(one) == 0 || words.CountOf(other) == 0) && joined.All(char.IsLetter) ? joined : null;
    }

    private string Corrected(string piece, Func<string, bool>? hasForm)
    {
        if (piece is "EN" or "OF" or "NIET" || piece[0] == '-')
            return piece;
        return string.Join('-', piece.Split('-').Select(part => CorrectedPart(part, hasForm)));
    }

    private string CorrectedPart(string part, Func<string, bool>? hasForm)
    {
        var word = part.Trim('?', '!', '.', ',', ';', ':');
        if (word.Length == 0 || !word.All(letter => char.IsLetter(letter) || letter == '\''))
            return part;
        return Suggest(word, most: 1, hasForm) is [var best] ? part.Replace(word, best.Text, StringComparison.Ordinal) : part;
    }
}
