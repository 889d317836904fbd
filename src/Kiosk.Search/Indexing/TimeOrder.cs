namespace Kiosk.Search.Indexing;

/// <summary>Rowids that stand in the order of publication: seconds above, and below them a number that tells apart what appeared at once.</summary>
internal static class TimeOrder
{
    private const int Slots = 1 << 20;

    /// <summary>The first rowid to try for an article.</summary>
    public static long RowidOf(IndexedArticle article) => (article.Published.ToUnixTimeSeconds() * Slots) + (article.Id & (Slots - 1));

    /// <summary>Where else to try if a rowid is taken: the same second, the next number.</summary>
    public static long NextSlot(long rowid) => (rowid & ~(Slots - 1L)) | ((rowid + 1) & (Slots - 1));

    public static long SecondsOf(long rowid) => rowid >> 20;
}
