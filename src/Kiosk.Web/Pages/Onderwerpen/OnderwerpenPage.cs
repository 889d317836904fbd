using Kiosk.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Onderwerpen;

public sealed class OnderwerpenPage(IDbContextFactory<KioskDb> archive, TopicCounts counts) : PageModel
{
    public IReadOnlyList<TopicEntry> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var topics = await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Name)
            .Select(topic => new { topic.Id, topic.Slug, topic.Name, topic.Description }).ToListAsync(cancellation);
        var counted = await counts.ReadAsync(db, cancellation);
        Topics = [.. topics.Select(topic => new TopicEntry(topic.Id, topic.Slug, topic.Name, topic.Description, counted.GetValueOrDefault(topic.Id)))];
    }
}

/// <param name="Description">A sentence; null if nobody wrote one.</param>
/// <param name="Count">Null if there is nothing in it.</param>
public sealed record TopicEntry(int Id, string Slug, string Name, string? Description, TopicCount? Count);
