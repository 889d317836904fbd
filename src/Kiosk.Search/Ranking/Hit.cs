using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>An article that matches.</summary>
/// <param name="Score">Higher is better; 0 if the order is that of time.</param>
/// <param name="Seconds">When it was published.</param>
/// <param name="Segment">The number of its segment.</param>
/// <param name="Article">Its number in the segment.</param>
/// <param name="Story">See <see cref="Values.Stories"/>.</param>
/// <param name="IsPartial">Whether some of the words are missing from it.</param>
internal readonly record struct Hit(double Score, long Seconds, long Id, int Segment, int Article, long Story, bool IsPartial)
{
    /// <summary>Best first; of equals the newest first, and of one second the highest id: the same order however the index was filled.</summary>
    public static int Compare(Hit one, Hit other)
    {
        var order = other.Score.CompareTo(one.Score);
        return order != 0 ? order : TimeOrder.Compare(one.Seconds, one.Id, other.Seconds, other.Id);
    }
}
