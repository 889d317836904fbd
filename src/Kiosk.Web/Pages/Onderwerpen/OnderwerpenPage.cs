using Kiosk.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Onderwerpen;

public sealed class OnderwerpenPage(IDbContextFactory<KioskDb> archive) : PageModel
{
    public IReadOnlyList<TopicEntry> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Topics = await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Name)
            .Select(topic => new TopicEntry(
                topic.Id, topic.Slug, topic.Name, topic.Description,
                db.ArticleTopics.Count(link => link.TopicId == topic.Id && link.ListedAt != null),
                db.ArticleTopics.Where(link => link.TopicId == topic.Id && link.ListedAt != null).Max(link => link.ListedAt)))
            .ToListAsync(cancellation);
    }
}

/// <param name="Description">A sentence; null if nobody wrote one.</param>
/// <param name="Newest">When its newest piece was published; null if it has none.</param>
public sealed record TopicEntry(int Id, string Slug, string Name, string? Description, int Articles, DateTimeOffset? Newest);
