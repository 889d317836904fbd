namespace Kiosk.Ingest.Stories;

/// <summary>How much two texts have in common.</summary>
/// <param name="Shared">Shingles of the same wording, facts masked.</param>
/// <param name="UpFront">Those that stand in the first half of both.</param>
/// <param name="Containment">What is shared as a part of the shorter text, 0 to 1.</param>
/// <param name="Coverage">The same of the longer text.</param>
/// <param name="Numbers">What becomes of the numbers that stand in the same wording.</param>
/// <param name="Names">The same of names.</param>
/// <param name="SharedFacts">Numbers and names that both hold, wherever they stand.</param>
/// <param name="FactOverlap">These as a part of those of the text with the fewest, 0 to 1; 1 where a text has none.</param>
internal sealed record Likeness(
    int Shared, int UpFront, double Containment, double Coverage, Agreement Numbers, Agreement Names, int SharedFacts, double FactOverlap)
{
    /// <summary>Somewhat more than half: a source's own introduction moves what it takes over further down.</summary>
    private const double FirstHalf = 0.55;

    public static Likeness Of(StoryText one, StoryText other)
    {
        var (places, otherPlaces) = (Places(one), Places(other));
        var (shared, upFront) = (0, 0);
        foreach (var (wording, place) in places)
        {
            if (!otherPlaces.TryGetValue(wording, out var otherPlace))
                continue;
            shared++;
            upFront += place < FirstHalf && otherPlace < FirstHalf ? 1 : 0;
        }

        var (fewest, sharedFacts) = (Math.Min(one.Facts.Count, other.Facts.Count), one.Facts.Count(other.Facts.Contains));
        return new Likeness(
            shared,
            upFront,
            Part(shared, Math.Min(places.Count, otherPlaces.Count)),
            Part(shared, Math.Max(places.Count, otherPlaces.Count)),
            Agreement.Of(one, other, WordKind.Number),
            Agreement.Of(one, other, WordKind.Name),
            sharedFacts,
            fewest == 0 ? 1 : Part(sharedFacts, fewest));
    }

    private static double Part(int some, int all) => all == 0 ? 0 : (double)some / all;

    /// <summary>Where each wording first stands, 0 being the begin of the text and 1 its end. "@ # @" is no wording: at most one fact.</summary>
    private static Dictionary<ulong, double> Places(StoryText text)
    {
        var places = new Dictionary<ulong, double>(text.Shingles.Count);
        for (var at = 0; at < text.Shingles.Count; at++)
        {
            if (text.Shingles[at].PlainWords >= Shingle.Words - 1)
                places.TryAdd(text.Shingles[at].Masked, (double)at / text.Shingles.Count);
        }

        return places;
    }
}
