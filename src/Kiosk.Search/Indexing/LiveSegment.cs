using System.Numerics;

namespace Kiosk.Search.Indexing;

/// <summary>A segment with the articles that were taken out of it since it was written. Immutable.</summary>
/// <param name="Segment">The file.</param>
/// <param name="Gone">A bit for each article taken out; null if there are none.</param>
internal sealed record LiveSegment(Segment Segment, ulong[]? Gone = null)
{
    public int GoneCount { get; } = Gone?.Sum(BitOperations.PopCount) ?? 0;

    public int Count => Segment.Count - GoneCount;

    public bool IsLive(int article) => Gone is null || (Gone[article >> 6] >> (article & 63) & 1) == 0;

    /// <summary>The number of the live article with an id; -1 if it is not here.</summary>
    public int Find(long id)
    {
        var article = Segment.Find(id);
        return article >= 0 && IsLive(article) ? article : -1;
    }

    public LiveSegment Without(IEnumerable<long> ids)
    {
        ulong[]? gone = null;
        foreach (var article in ids.Select(Find))
        {
            if (article < 0)
                continue;
            gone ??= (ulong[]?)Gone?.Clone() ?? new ulong[(Segment.Count + 63) / 64];
            gone[article >> 6] |= 1UL << (article & 63);
        }
        return gone is null ? this : new LiveSegment(Segment, gone);
    }
}
