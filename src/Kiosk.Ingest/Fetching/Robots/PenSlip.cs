namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>Words that were meant to be another.</summary>
internal static class PenSlip
{
    /// <summary>
    /// Whether a word is another one with one slip: a letter wrong, left out, put in, or changed places with the next one. Letters are doubled and
    /// halved more often than that ("dissalow"), so doubles do not count.
    /// </summary>
    public static bool IsOne(string written, string meant)
    {
        if (Math.Abs(written.Length - meant.Length) > 3)
            return false;
        var one = WithoutDoubles(written);
        var other = WithoutDoubles(meant);
        var same = one.AsSpan().CommonPrefixLength(other);
        return IsOneApart(one[same..], other[same..]);
    }

    private static bool IsOneApart(string one, string other) =>
        one == other || AfterFirst(one) == AfterFirst(other) || AfterFirst(one) == other || one == AfterFirst(other) || AreSwapped(one, other);

    private static bool AreSwapped(string one, string other) =>
        one.Length > 1 && other.Length > 1 && one[0] == other[1] && one[1] == other[0] && one[2..] == other[2..];

    private static string AfterFirst(string text) => text.Length == 0 ? "" : text[1..];

    private static string WithoutDoubles(string word) => string.Concat(word.Where((letter, i) => i == 0 || word[i - 1] != letter));
}
