using Kiosk.Data;
using Kiosk.Data.Lists;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Lists;

/// <summary>A list as it is shown, without what its sources no longer let us show.</summary>
public sealed record ListView
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The word on its cover that was chosen; empty: its title.</summary>
    public required string CoverMark { get; init; }

    /// <summary>The colour of its cover that was chosen; null: one that stays with it.</summary>
    public required int? CoverHue { get; init; }

    public required bool IsLater { get; init; }

    public required bool IsDossier { get; init; }

    public required string? LinkKey { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required int Version { get; init; }

    /// <summary>What its owner wants to be called; empty for a dossier, and for who gave no name.</summary>
    public required string OwnerName { get; init; }

    public required IReadOnlyList<ListedArticle> Articles { get; init; }

    /// <summary>Of its articles those that were replaced, each with what took its place.</summary>
    public required IReadOnlyDictionary<long, ArticleCard> Replaced { get; init; }

    /// <summary>How many of its articles were withdrawn or hidden.</summary>
    public required int Gone { get; init; }

    /// <summary>As it is drawn.</summary>
    public Cover Cover => ListWords.CoverOf(this);

    public int Minutes => Articles.Sum(article => article.Card.Minutes);

    /// <summary>The articles under each heading; the heading is empty for those that stand under none.</summary>
    public IEnumerable<IGrouping<string, ListedArticle>> Sections => Articles.GroupBy(article => article.Section, StringComparer.Ordinal);

    /// <summary>What can be told as a history, the oldest first.</summary>
    public IReadOnlyList<ListedArticle> Timeline => [.. Articles.Where(article => article.Mark is not null).OrderBy(article => article.Card.PublishedAt).ThenBy(article => article.Card.Id)];

    /// <summary>Null if there is no such list. Who may see it is for the caller to know.</summary>
    public static async Task<ListView?> FindAsync(KioskDb db, long id, CancellationToken cancellation)
    {
        var list = await db.ReadingLists.AsNoTracking().Where(list => list.Id == id && list.RemovedAt == null).Select(list => new
        {
            List = list,
            Owner = db.Users.Where(user => user.Id == list.UserId).Select(user => user.Name).FirstOrDefault(),
            Gone = list.Entries.Count(entry => entry.RemovedAt == null && entry.Article!.State != ArticleState.Visible && entry.Article.State != ArticleState.Merged),
        }).SingleOrDefaultAsync(cancellation);
        if (list is null)
            return null;
        var articles = await ArticlesAsync(db, id, cancellation);
        return new ListView
        {
            Replaced = await Replacements.AmongAsync(db, [.. articles.Select(article => article.Card.Id)], cancellation),
            Id = list.List.Id,
            Title = list.List.Title,
            Description = list.List.Description,
            CoverMark = list.List.CoverMark,
            CoverHue = list.List.CoverHue,
            IsLater = list.List.IsLater,
            IsDossier = list.List.IsDossier,
            LinkKey = list.List.LinkKey,
            ChangedAt = list.List.ChangedAt,
            Version = list.List.Version,
            OwnerName = list.Owner ?? "",
            Gone = list.Gone,
            Articles = [.. articles.GroupBy(article => article.Section, StringComparer.Ordinal).SelectMany(section => section)],
        };
    }

    private static Task<List<ListedArticle>> ArticlesAsync(KioskDb db, long id, CancellationToken cancellation) => db.ListEntries.AsNoTracking()
        .Where(entry => entry.ListId == id && entry.RemovedAt == null && entry.Article!.State == ArticleState.Visible)
        .OrderBy(entry => entry.Position).ThenBy(entry => entry.ArticleId)
        .Take(ListChange.MostEntries).Select(ListedArticle.Projection).ToListAsync(cancellation);
}
