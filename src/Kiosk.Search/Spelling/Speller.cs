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
    private const double FrequencyWeight = 0.06;
    private const double SpaceCost = 0.55;
    private const double ShortWord = 0.5;
    private const double FirstReach = 0.8;
    private const double NearACompound = 0.6;

    /// <summary>
    /// What may have been meant, the likeliest first; empty if the word is known, or nothing is near. <paramref name="finds"/> says whether a
    /// suggestion would find anything, and is asked for the likeliest only; null takes every word of the archive to do so.
    /// </summary>
    public IReadOnlyList<Correction> Suggest(string word, int most = 5, Func<string, bool>? finds = null)
    {
        var typed = SpellingWords.Plain(word);
        if (typed.Length is < ShortestWord or > LongestWord || words.CountOf(typed) > 0)
            return [];
        var isCompound = IsCompoundOfKnownWords(typed);
        var farthest = isCompound ? NearACompound : Farthest(typed.Length);
        var near = new SortedSet<(double Rank, string Text, double Cost, long Count)>();
        if (!isCompound)
            AddApart(near, typed, farthest);
        for (var far = FirstReach; near.Count == 0 || far == FirstReach; far *= 2)
        {
            AddNear(near, typed, Math.Min(far, farthest));
            if (far >= farthest)
                break;
        }
        return [.. near.Where(found => finds?.Invoke(found.Text) != false).Take(most).Select(found => new Correction(found.Text, found.Cost, found.Count))];
    }

    /// <summary>
    /// The whole question as it may have been meant: each unknown word put right, words written apart that belong together joined. Null if there
    /// is nothing to put right.
    /// </summary>
    public string? SuggestQuery(string query, Func<string, bool>? finds = null)
    {
        var pieces = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length > 32)
            return null;
        var corrected = new List<string>();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i + 1 < pieces.Length && Joined(pieces[i], pieces[i + 1]) is { } joined)
            {
                corrected.Add(joined);
                i++;
            }
            else
                corrected.Add(Corrected(pieces[i]));
        }
        return corrected.SequenceEqual(pieces) || finds?.Invoke(string.Join(' ', corrected)) == false ? null : string.Join(' ', corrected);
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

    private string Corrected(string piece)
    {
        var word = piece.Trim('?', '!', '.', ',', ';', ':');
        if (!word.All(letter => char.IsLetter(letter) || letter is '\'' or '-') || word is "EN" or "OF" or "NIET" || piece[0] == '-' || word.Length == 0)
            return piece;
        return Suggest(word, most: 1) is [var best] ? piece.Replace(word, best.Text, StringComparison.Ordinal) : piece;
    }
}
