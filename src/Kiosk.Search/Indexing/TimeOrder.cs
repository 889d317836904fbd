namespace Kiosk.Search.Indexing;

/// <summary>The order in which articles stand in a segment: newest first, and of one second the highest id first.</summary>
internal static class TimeOrder
{
    public static List<IndexedArticle> Sort(IEnumerable<IndexedArticle> articles) =>
        [.. articles.OrderByDescending(article => article.Published.ToUnixTimeSeconds()).ThenByDescending(article => article.Id)];

    /// <summary>Negative if the first comes first.</summary>
    public static int Compare(long seconds, long id, long otherSeconds, long otherId)
    {
        var order = otherSeconds.CompareTo(seconds);
        return order != 0 ? order : otherId.CompareTo(id);
    }
}
