using Kiosk.Data.Lists;

namespace Kiosk.Data.Editorial;

/// <summary>In what order articles stand on a dossier, and what is said of each, as acts keep it.</summary>
/// <param name="Entries">In order.</param>
public sealed record KeptArrangement(IReadOnlyList<KeptPlace> Entries)
{
    /// <param name="titles">By article; whoever reads the log knows articles by these.</param>
    public static KeptArrangement Of(ReadingList list, IReadOnlyDictionary<long, string> titles) =>
        new([.. ListOrder.Present(list.Entries).Select(entry => new KeptPlace(entry.ArticleId, titles.GetValueOrDefault(entry.ArticleId, ""), entry.Section, entry.Note, entry.Mark))]);

    /// <summary>Whether these articles stand on a dossier as they were kept; others may stand between them.</summary>
    public bool Holds(ReadingList list)
    {
        var kept = Entries.Select(place => place.Article).ToHashSet();
        return IsLike(Of(list, new Dictionary<long, string>()), kept);
    }

    /// <summary>Whether both have the same of the articles that both have.</summary>
    public bool IsLike(KeptArrangement other)
    {
        var shared = Entries.Select(place => place.Article).Intersect(other.Entries.Select(place => place.Article)).ToHashSet();
        return IsLike(other, shared);
    }

    /// <summary>Puts articles back in this order, with what was said of them; what came since stands behind them.</summary>
    public void Fill(ReadingList list)
    {
        var order = ListOrder.Present(list.Entries);
        var places = Entries.Select((place, at) => (place, at)).ToDictionary(kept => kept.place.Article, kept => kept);
        foreach (var entry in order.Where(entry => places.ContainsKey(entry.ArticleId)))
        {
            var place = places[entry.ArticleId].place;
            (entry.Section, entry.Note, entry.Mark) = (place.Section, place.Note, place.Mark);
        }

        ListOrder.Number([.. order.OrderBy(entry => places.TryGetValue(entry.ArticleId, out var kept) ? kept.at : int.MaxValue)]);
    }

    private bool IsLike(KeptArrangement other, HashSet<long> articles) => Untitled(this, articles).SequenceEqual(Untitled(other, articles));

    private static IEnumerable<KeptPlace> Untitled(KeptArrangement arrangement, HashSet<long> articles) =>
        arrangement.Entries.Where(place => articles.Contains(place.Article)).Select(place => place with { Title = "" });
}

/// <param name="Section">As in <see cref="ListEntry.Section"/>.</param>
/// <param name="Note">As in <see cref="ListEntry.Note"/>.</param>
/// <param name="Mark">As in <see cref="ListEntry.Mark"/>.</param>
public sealed record KeptPlace(long Article, string Title, string Section, string Note, TimelineMark? Mark);
