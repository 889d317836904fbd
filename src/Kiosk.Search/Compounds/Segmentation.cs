namespace Kiosk.Search.Compounds;

/// <summary>
/// The best way to cut a word into parts: of the fewest parts, and among those the one whose parts are the strongest and the longest. By dynamic
/// programming, in time that grows with the length of the word.
/// </summary>
internal readonly struct Segmentation
{
    private const int MostParts = 5;
    private const int ShortestPart = 3;

    private readonly Way[] _ways;
    private readonly int _width;

    private Segmentation(int length)
    {
        _width = length + 1;
        _ways = new Way[MostParts * _width];
        _ways[0] = new Way(1, 0);
    }

    /// <summary>Where the parts start, without the first, and how strong they are together; null if the word is not made of known parts.</summary>
    public static (int[] Cuts, int Strength)? Of(ReadOnlySpan<char> word, CompoundWords words)
    {
        var ways = new Segmentation(word.Length);
        for (var count = 1; count < MostParts; count++)
        {
            ways.Extend(word, count, words);
            if (ways.Close(word, count, words) is { Strength: > 0 } last)
                return (ways.CutsBefore(last.Start, count), last.Strength);
        }
        return null;
    }

    private void Extend(ReadOnlySpan<char> word, int count, CompoundWords words)
    {
        var shortest = count == 1 ? ShortestPart - 1 : ShortestPart;
        for (var start = 0; start <= word.Length - ShortestPart - shortest; start++)
        {
            var before = At(count - 1, start).Strength;
            var longest = before == 0 ? 0 : Math.Min(CompoundWords.LongestPart, word.Length - ShortestPart - start);
            for (var length = shortest; length <= longest; length++)
            {
                if (words.Parts.TryGetValue(word.Slice(start, length), out var part) && part.Begin > 0)
                    At(count, start + length).Improve(before + part.Begin + Weight(length), start);
            }
        }
    }

    private Way Close(ReadOnlySpan<char> word, int count, CompoundWords words)
    {
        var best = default(Way);
        for (var start = Math.Max(2, word.Length - CompoundWords.LongestPart); start <= word.Length - ShortestPart; start++)
        {
            var before = At(count, start).Strength;
            if (before > 0 && words.Parts.TryGetValue(word[start..], out var part) && part.End > 0)
                best.Improve(before + part.End + Weight(word.Length - start), start);
        }
        return best;
    }

    private int[] CutsBefore(int last, int count)
    {
        var cuts = new int[count];
        for (var at = last; count > 0; count--)
        {
            cuts[count - 1] = at;
            at = At(count, at).Start;
        }
        return cuts;
    }

    private ref Way At(int count, int end) => ref _ways[(count * _width) + end];

    private static int Weight(int length) => 4 * Math.Min(length, 4);

    /// <summary>How a piece of the word is reached: strength 0 is not at all.</summary>
    private record struct Way(int Strength, int Start)
    {
        public void Improve(int strength, int start)
        {
            if (strength > Strength)
                (Strength, Start) = (strength, start);
        }
    }
}
