using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>What readers keep in their lists, counted by people; one person counts once, however many lists she has.</summary>
public static class SavedArticles
{
    /// <summary>So many people must have saved a piece before letters say so: with fewer, colleagues could guess who.</summary>
    public const int Enough = 5;

    private const int Most = 200;

    /// <summary>For each article how many people saved it lately.</summary>
    public static async Task<Dictionary<long, int>> ReadAsync(KioskDb db, DateTimeOffset since, CancellationToken cancellation) =>
        await db.ListEntries.Where(entry => entry.AddedAt > since && entry.RemovedAt == null && entry.List!.UserId != null && entry.List.RemovedAt == null)
            .Select(entry => new { entry.ArticleId, entry.List!.UserId })
            .GroupBy(saved => saved.ArticleId)
            .Select(group => new { group.Key, People = group.Select(saved => saved.UserId).Distinct().Count() })
            .OrderByDescending(pair => pair.People).ThenByDescending(pair => pair.Key).Take(Most)
            .ToDictionaryAsync(pair => pair.Key, pair => pair.People, cancellation);
}
