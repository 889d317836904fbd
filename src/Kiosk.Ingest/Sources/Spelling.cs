namespace Kiosk.Ingest.Sources;

/// <summary>Finds what somebody probably meant to type.</summary>
internal static class Spelling
{
    private const int LongestWord = 64;

    /// <summary>The candidate nearest to <paramref name="word"/>, in any letter case; null if none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord)
            return null;
        var farthest = Math.Min(Math.Max(2, word.Length / 3), word.Length - 1);
        return candidates
            .Select(candidate => (Word: candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= farthest)
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault().Word;
    }

    /// <summary>Levenshtein's distance: letters to insert, delete or replace.</summary>
    private static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[^1];
    }
}
