using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Weekbrief;

/// <summary>All digests that went out, or those of one topic.</summary>
public sealed class WeekbrievenPage(IDbContextFactory<KioskDb> archive) : PageModel
{
    /// <summary>Four years.</summary>
    private const int Most = 208;

    /// <summary>Null: all topics.</summary>
    public Topic? Topic { get; private set; }

    public IReadOnlyList<DigestLine> Digests { get; private set; } = [];

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Id).ToListAsync(cancellation);
        Topic = slug is null ? null : Topics.FirstOrDefault(topic => topic.Slug == slug);
        if (slug is not null && Topic is null)
            return NotFound();
        var topic = Topic?.Id;
        var pieces = db.DigestPieces.Where(piece => piece.PublishedAt != null && (topic == null || piece.TopicId == topic) && piece.Article!.State == ArticleState.Visible);
        Digests = await db.Digests.AsNoTracking().Where(digest => digest.PublishedAt != null && pieces.Any(piece => piece.DigestId == digest.Id))
            .OrderByDescending(digest => digest.Week).Take(Most)
            .Select(digest => new DigestLine(digest.Week, digest.Introduction, pieces.Count(piece => piece.DigestId == digest.Id))).ToListAsync(cancellation);
        return Page();
    }
}

/// <summary>A digest in a list of them.</summary>
public sealed record DigestLine(DateOnly Week, string Introduction, int Pieces);
