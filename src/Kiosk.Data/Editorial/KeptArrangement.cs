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
    public bool Holds(ReadingList list) => Untitled().SequenceEqual(Of(list, new Dictionary<long, string>()).Among(this));

    /// <summary>Whether both have the same of the articles that both have.</summary>
    public bool IsLike(KeptArrangement other) => Among(other).SequenceEqual(other.Among(this));

    /// <summary>Puts articles in this order, with what is said of them; what else stands on the list comes behind them.</summary>
    public void Fill(ReadingList list)
    {
        var (standing, order) = (ListOrder.Present(list.Entries), new List<ListEntry>());
        foreach (var place in Entries)
        {
            if (standing.Find(entry => entry.ArticleId == place.Article) is not { } entry)
                continue;
            (entry.Section, entry.Note, entry.Mark) = (place.Section, place.Note, place.Mark);
            order.Add(entry);
        }

        ListOrder.Number([.. order, .. standing.Except(order)]);
    }

    /// <summary>Without titles, which may have changed since.</summary>
    private IEnumerable<KeptPlace> Untitled() => Entries.Select(place => place with { Title = "" });

    /// <summary>Of the articles that another has too.</summary>
    private IEnumerable<KeptPlace> Among(KeptArrangement other)
    {
        var articles = other.Entries.Select(place => place.Article).ToHashSet();
        return Untitled().Where(place => articles.Contains(place.Article));
    }
}

/// <param name="Section">As in <see cref="ListEntry.Section"/>.</param>
/// <param name="Note">As in <see cref="ListEntry.Note"/>.</param>
/// <param name="Mark">As in <see cref="ListEntry.Mark"/>.</param>
public sealed record KeptPlace(long Article, string Title, string Section, string Note, TimelineMark? Mark);
