namespace Kiosk.Data.Lists;

/// <summary>The order of what is on a list: under each heading its entries together, headings in the order in which they first occur.</summary>
public static class ListOrder
{
    /// <summary>What is on the list, in order.</summary>
    public static List<ListEntry> Present(IEnumerable<ListEntry> entries)
    {
        var present = entries.Where(entry => entry.RemovedAt is null).OrderBy(entry => entry.Position).ThenBy(entry => entry.ArticleId).ToList();
        return [.. present.GroupBy(entry => entry.Section, StringComparer.Ordinal).SelectMany(section => section)];
    }

    /// <summary>One place up. The first under a heading goes to the end of the heading above.</summary>
    public static void Up(IEnumerable<ListEntry> entries, long articleId) => Step(Present(entries), articleId, -1);

    /// <summary>One place down. The last under a heading goes to the begin of the heading below.</summary>
    public static void Down(IEnumerable<ListEntry> entries, long articleId) => Step(Present(entries), articleId, 1);

    /// <summary>To the place of another entry, which makes room; it comes under the same heading as that one.</summary>
    public static void Take(IEnumerable<ListEntry> entries, long articleId, long placeOf)
    {
        var order = Present(entries);
        var from = order.FindIndex(entry => entry.ArticleId == articleId);
        var to = order.FindIndex(entry => entry.ArticleId == placeOf);
        if (from < 0 || to < 0 || from == to)
            return;
        var moved = order[from];
        moved.Section = order[to].Section;
        order.RemoveAt(from);
        order.Insert(to, moved);
        Number(order);
    }

    /// <summary>Behind all others.</summary>
    public static void Append(IReadOnlyCollection<ListEntry> entries, ListEntry entry) =>
        entry.Position = entries.Where(other => other != entry).Select(other => other.Position).DefaultIfEmpty().Max() + 1;

    /// <summary>From now on they stand in this order.</summary>
    public static void Number(IReadOnlyList<ListEntry> order)
    {
        for (var position = 0; position < order.Count; position++)
            order[position].Position = position + 1;
    }

    private static void Step(List<ListEntry> order, long articleId, int by)
    {
        var at = order.FindIndex(entry => entry.ArticleId == articleId);
        var other = at + by;
        if (at < 0 || other < 0 || other >= order.Count)
            return;
        if (order[at].Section == order[other].Section)
            (order[at], order[other]) = (order[other], order[at]);
        else
            order[at].Section = order[other].Section;
        Number(order);
    }
}
