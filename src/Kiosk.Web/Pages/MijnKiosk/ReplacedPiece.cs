using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Something on a list of a reader that was replaced since.</summary>
/// <param name="ListTitle">The list on which it stands.</param>
/// <param name="Successor">What took its place.</param>
public sealed record ReplacedPiece(long ListId, string ListTitle, string Title, ArticleCard Successor)
{
    private const int Most = 20;

    /// <summary>What is on her lists, as long as what took its place does not stand there too; the latest first.</summary>
    public static async Task<IReadOnlyList<ReplacedPiece>> OfAsync(KioskDb db, Guid user, CancellationToken cancellation)
    {
        var rows = await db.ListEntries.AsNoTracking()
            .Where(entry => entry.List!.UserId == user && entry.List.RemovedAt == null && entry.RemovedAt == null && entry.Article!.ReplacedBy != null)
            .Where(entry => !db.ListEntries.Any(other => other.ListId == entry.ListId && other.ArticleId == entry.Article!.ReplacedBy && other.RemovedAt == null))
            .OrderByDescending(entry => entry.Article!.ReplacedAt).Take(Most)
            .Select(entry => new { entry.ListId, ListTitle = entry.List!.Title, entry.ArticleId, entry.Article!.Title }).ToListAsync(cancellation);
        var successors = await Replacements.AmongAsync(db, [.. rows.Select(row => row.ArticleId).Distinct()], cancellation);
        return [.. rows.Where(row => successors.ContainsKey(row.ArticleId)).Select(row => new ReplacedPiece(row.ListId, row.ListTitle, row.Title, successors[row.ArticleId]))];
    }
}
