namespace Kiosk.Ingest.Stories;

/// <summary>
/// A small fair sample of a text's shingles, the smallest of their hashes (a bottom-k sketch: Broder 1997; Cohen and Kaplan, "Summarizing data using
/// bottom-k sketches", 2007): two texts that share much share some of it. The opening is sampled more closely, because it is what excerpts consist of.
/// </summary>
internal static class Sketch
{
    /// <summary>A text with fewer shingles is a stub, which says too little to be recognised by.</summary>
    public const int LeastShingles = 10;

    private const int OfAll = 16;
    private const int OfOpening = 8;
    private const int OpeningShingles = 40;

    /// <summary>At most 24 hashes; none for a stub.</summary>
    public static long[] Of(StoryText text)
    {
        if (text.Shingles.Count < LeastShingles)
            return [];
        var hashes = text.Shingles.Select(static shingle => shingle.Exact).ToArray();
        return [.. Smallest(hashes, OfAll).Union(Smallest(hashes.AsSpan(0, Math.Min(hashes.Length, OpeningShingles)), OfOpening)).Select(static hash => unchecked((long)hash))];
    }

    private static IEnumerable<ulong> Smallest(ReadOnlySpan<ulong> hashes, int count)
    {
        var sorted = hashes.ToArray();
        Array.Sort(sorted);
        return sorted.Distinct().Take(count);
    }
}
