namespace Kiosk.Search.Indexing;

/// <summary>
/// Decides which segments to join: whenever eight are of about one size, so that there are never many and each article is written again only about
/// once for every factor of eight that the index grows. A segment most of which was taken out is written anew alone.
/// </summary>
internal static class MergePolicy
{
    public const int Width = 8;

    private const int Smallest = 64;
    private const double MostGone = 0.3;
    private const int WorthCleaning = 1_000;

    /// <summary>Empty if all is well.</summary>
    public static IReadOnlyList<LiveSegment> Choose(Snapshot snapshot)
    {
        var level = snapshot.Segments.GroupBy(Level).Where(group => group.Count() >= Width).OrderBy(group => group.Key).FirstOrDefault();
        if (level is not null)
            return [.. level];
        var worn = snapshot.Segments.FirstOrDefault(segment => segment.GoneCount > Math.Max(WorthCleaning, segment.Segment.Count * MostGone));
        return worn is null ? [] : [worn];
    }

    private static int Level(LiveSegment segment) => (int)Math.Log(Math.Max(Smallest, segment.Count), Width);
}
