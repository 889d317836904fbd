namespace Kiosk.Search.Ranking;

/// <summary>An article that matches.</summary>
/// <param name="Rowid">Its rowid in the index: higher is newer.</param>
/// <param name="Score">Higher is better.</param>
/// <param name="Coverage">The part of the question's weight that it holds, 0 to 1.</param>
internal readonly record struct Scored(long Rowid, double Score, double Coverage)
{
    /// <summary>Best first; of equals the newest first.</summary>
    public static int Compare(Scored one, Scored other)
    {
        var order = other.Score.CompareTo(one.Score);
        return order != 0 ? order : other.Rowid.CompareTo(one.Rowid);
    }
}
