using System.Globalization;
using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Lists;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Offline;

/// <summary>What a reader with an account can read on the train: today's edition, her lists, and the pieces on both.</summary>
internal static class PagesToKeep
{
    /// <summary>A bound for her device and for the kiosk; the worker drops what is over it.</summary>
    private const int MostLists = 20;
    private const int MostArticles = 150;

    public static async Task<IReadOnlyList<PageToKeep>> ReadAsync(KioskDb db, Visitor visitor, DateOnly today, CancellationToken cancellation)
    {
        var shared = ListAccess.Shared(db, visitor).Select(member => member.ListId);
        var lists = await db.ReadingLists.Where(list => list.RemovedAt == null && (list.UserId == visitor.Id || (list.UserId != null && shared.Contains(list.Id))))
            .OrderByDescending(list => list.IsLater).ThenByDescending(list => list.ChangedAt).Take(MostLists)
            .Select(list => new { list.Id, list.Title, list.Version }).ToListAsync(cancellation);
        var ids = lists.Select(list => list.Id).ToList();
        var todays = db.EditionPieces.Where(piece => piece.UserId == visitor.Id && piece.Day == today && piece.SwappedAt == null).Select(piece => piece.ArticleId);
        var listed = db.ListEntries.Where(entry => ids.Contains(entry.ListId) && entry.RemovedAt == null).Select(entry => entry.ArticleId);
        var articles = await db.Articles.Where(article => article.State == ArticleState.Visible && (todays.Contains(article.Id) || listed.Contains(article.Id)))
            .OrderByDescending(article => todays.Contains(article.Id)).ThenByDescending(article => article.PublishedAt).Take(MostArticles)
            .Select(article => new { article.Id, article.Title, article.ChangedAt }).ToListAsync(cancellation);
        var stand = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
        [
            new PageToKeep("/lijsten", string.Join('.', lists.Select(list => string.Create(CultureInfo.InvariantCulture, $"{list.Id}-{list.Version}")))),
            .. lists.Select(list => new PageToKeep(Links.List(list.Id, list.Title), $"{stand}.{list.Version}")),
            .. articles.Select(article => new PageToKeep(Links.Article(article.Id, article.Title), article.ChangedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
