using Kiosk.Search.Analysis;
using Kiosk.Search.Compounds;
using Kiosk.Search.References;

namespace Kiosk.Search.Spelling;

/// <summary>
/// Finds what somebody meant who typed a word that the archive does not have: the word that costs least to have been typed so
/// (<see cref="WeightedDistance"/>; what is near is looked at first), and of words as near the one that stands in most places. Suggests only words of the archive.
/// </summary>
public sealed class Speller(SpellingWords words)
{
    private const int ShortestWord = 3;
    private const int LongestWord = 40;
    private const int MostJoined = 3;

    /// <summary>A word in so few places may itself be an error, if one near it is so many times as common.</summary>
    private const int Rare = 2;
    private const int Commoner = 100;
    private const double FrequencyWeight = 0.06;
    private const double SpaceCost = 0.55;
    private const double ShortWord = 0.5;
    private const double FirstReach = 0.8;
    private const double NearACompound = 0.6;
    private const double LinkCost = 0.35;

    /// <summary>Missing accents, and an apostrophe that is missing or is another sign.</summary>
    private const double ReachOfSigns = 0.35;

    private static readonly string[] Links = ["s", "n", "e", "en"];

    /// <summary>What may have been meant, the likeliest first; empty if the word is known, or nothing is near.</summary>
    /// <param name="word">As it was typed.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="hasForm">Whether the archive has another form of a word: such a word is no error, and only its diacritics are put right.</param>
    /// <param name="finds">Whether words apart are found together; if not given, they are.</param>
    /// <param name="isLost">Whether nothing at all was found: then a compound of known words may be an error too.</param>
    /// <param name="farthest">What is costlier is not looked at.</param>
    public IReadOnlyList<Correction> Suggest(
        string word, int most = 5, Func<string, bool>? hasForm = null, Func<string, bool>? finds = null, bool isLost = false, double farthest = double.MaxValue)
    {
        var typed = SpellingWords.Plain(word);
        var known = words.CountOf(typed);
        if (typed.Length is < ShortestWord or > LongestWord || known > Rare)
            return [];
        var isForm = known == 0 && hasForm is not null && (hasForm(typed) || IsDutch(typed));
        var isCompound = !isLost && IsCompoundOfKnownWords(typed);
        var reach = known > 0 ? FirstReach : isForm ? ReachOfSigns : isCompound ? NearACompound : Farthest(typed.Length);
        var found = Near(typed, Math.Min(reach, farthest), known > 0 || isCompound ? _ => false : finds, isKnown: known > 0);
        if (known > 0)
            found = found.Where(near => near.Count >= Commoner * known && !IsInflected(near.Text, typed));
        else if (isForm)
            found = found.Where(near => Folding.Fold(near.Text) == Folding.Fold(typed));
        return [.. found.Take(most)];
    }

    /// <summary>
    /// The whole question as it may have been meant: each unknown word put right, words written apart that belong together joined. Null if there
    /// is nothing to put right.
    /// </summary>
    /// <inheritdoc cref="Suggest" path="/param"/>
    /// <param name="query">As it was typed.</param>
    /// <param name="whole">How many articles hold all of it: a word of the language that stands in some is no error.</param>
    public string? SuggestQuery(string query, Func<string, bool>? hasForm = null, Func<string, bool>? finds = null, bool isLost = false, int whole = 0)
    {
        var pieces = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length > 32)
            return null;
        // A word that was typed alone and finds next to nothing may be anything, also a form of what was meant.
        if (pieces.Length == 1)
            hasForm = whole > 0 ? _ => false : null;
        var corrected = new List<string>();
        for (var i = 0; i < pieces.Length;)
        {
            var (text, count) = JoinedAt(pieces, i) ?? (Corrected(pieces[i], new Asked(hasForm, finds, isLost, IsAlone: pieces.Length == 1)), 1);
            corrected.Add(text);
            i += count;
        }
        return corrected.SequenceEqual(pieces) ? null : string.Join(' ', corrected);
    }

    /// <summary>A word of the language, or the name of a law, that the archive happens not to have.</summary>
    private static bool IsDutch(string typed)
    {
        var form = Folding.Fold(typed);
        return CompoundWords.Dutch.Parts.ContainsKey(form) || CompoundWords.Dutch.Wholes.Contains(form) || (Laws.At(typed, 0) is var (_, length) && length == typed.Length);
    }

    private static bool IsInflected(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal) || Term.Of(one).Text == Term.Of(other).Text;

    private IEnumerable<Correction> Near(string typed, double farthest, Func<string, bool>? finds, bool isKnown)
    {
        var near = new SortedSet<(double Rank, string Text, double Cost, long Count)>();
        if (!isKnown)
            AddLinked(near, typed);
        if (LikeliestApart(typed, farthest, finds) is { Text: { } apart } two)
            Add(near, apart, two.Cost, two.Count);
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

    /// <summary>Among other words nothing farther is taken for what was meant: a good word that the archive happens not to have is likelier.</summary>
    private static double FarthestAmongWords(int length) => length < 8 ? 0.9 : 1.2;

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

    /// <summary>Two known words that were written as one, and are found together.</summary>
    private Correction LikeliestApart(string typed, double farthest, Func<string, bool>? finds)
    {
        var apart = new SortedSet<(double Rank, string Text, double Cost, long Count)>();
        for (var at = ShortestWord; at <= typed.Length - ShortestWord && SpaceCost <= farthest; at++)
        {
            if (StopWords.Contains(typed[..at]) || StopWords.Contains(typed[at..]))
                continue;
            var cost = Math.Min(at, typed.Length - at) >= 4 ? SpaceCost : SpaceCost + ShortWord;
            var count = Math.Min(words.CountOf(typed[..at]), words.CountOf(typed[at..]));
            if (count > 0)
                Add(apart, $"{typed[..at]} {typed[at..]}", cost, count);
        }
        var best = apart.FirstOrDefault(two => finds is null || finds(two.Text));
        return new Correction(best.Text, best.Cost, best.Count);
    }

    /// <summary>A compound that has letters between its words where they were left out, or the other way round.</summary>
    private void AddLinked(SortedSet<(double, string, double, long)> near, string typed)
    {
        for (var at = ShortestWord; at <= typed.Length - ShortestWord; at++)
        {
            if (!CompoundWords.Dutch.Parts.ContainsKey(Folding.Fold(typed.AsSpan(at))))
                continue;
            foreach (var link in Links)
            {
                AddKnown(near, typed.Insert(at, link));
                if (at > link.Length + 1 && typed.AsSpan(0, at).EndsWith(link, StringComparison.Ordinal))
                    AddKnown(near, typed.Remove(at - link.Length, link.Length));
            }
        }
    }

    private void AddKnown(SortedSet<(double, string, double, long)> near, string text)
    {
        if (words.CountOf(text) is > 0 and var count)
            Add(near, text, LinkCost, count);
    }

    private static void Add(SortedSet<(double, string, double, long)> near, string text, double cost, long count) =>
        near.Add((cost - (FrequencyWeight * Math.Log(count)), text, cost, count));

    /// <summary>A new compound of words that the archive has is no error.</summary>
    private bool IsCompoundOfKnownWords(string typed) =>
        Decompounder.Dutch.PartsOf(Folding.Fold(typed)) is { Count: > 0 } parts && parts.All(part => words.CountOf(part) > 0);

    /// <summary>The words from there on that are one word of the archive, and how many they are: not words that each stand there too, unless they are its parts.</summary>
    private (string Text, int Count)? JoinedAt(string[] pieces, int from)
    {
        for (var count = Math.Min(MostJoined, pieces.Length - from); count > 1; count--)
        {
            var apart = pieces.AsSpan(from, count).ToArray();
            var joined = string.Concat(apart);
            if (joined.All(char.IsLetter) && words.CountOf(joined) > 0 && (Array.Exists(apart, one => words.CountOf(one) == 0) || AreParts(apart, joined)))
                return (joined, count);
        }
        return null;
    }

    private static bool AreParts(string[] apart, string joined) =>
        Term.Of(joined).Parts is var parts && Array.TrueForAll(apart, one => Array.Exists(parts, part => part.Text == Term.Of(one).Text));

    private string Corrected(string piece, Asked asked)
    {
        if (piece is "EN" or "OF" or "NIET" || piece[0] == '-')
            return piece;
        var parts = piece.Split('-');
        if (parts.Length > 1 && Suggest(string.Concat(parts), most: 1, farthest: ReachOfSigns) is [var whole])
            return whole.Text;
        return string.Join('-', parts.Select(part => CorrectedPart(part, asked)));
    }

    private string CorrectedPart(string part, Asked asked)
    {
        var word = part.Trim('?', '!', '.', ',', ';', ':');
        if (word.Length == 0 || !word.All(letter => char.IsLetter(letter) || letter == '\''))
            return part;
        var farthest = asked.IsAlone ? double.MaxValue : FarthestAmongWords(word.Length);
        return Suggest(word, most: 1, asked.HasForm, asked.Finds, asked.IsLost, farthest) is [var best] ? part.Replace(word, best.Text, StringComparison.Ordinal) : part;
    }

    private sealed record Asked(Func<string, bool>? HasForm, Func<string, bool>? Finds, bool IsLost, bool IsAlone);
}
