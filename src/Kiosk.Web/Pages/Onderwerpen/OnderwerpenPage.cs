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
        var counts = await db.ArticleTopics
            .Where(link => link.Article!.State == ArticleState.Visible)
            .GroupBy(link => link.TopicId)
            .Select(group => new { group.Key, Count = group.Count(), Newest = group.Max(link => link.Article!.PublishedAt) })
            .ToDictionaryAsync(group => group.Key, cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).ToListAsync(cancellation);
        Topics = [.. topics.Select(topic => counts.GetValueOrDefault(topic.Id) is { } found
            ? new TopicEntry(topic.Id, topic.Slug, topic.Name, topic.Description, found.Count, found.Newest)
            : new TopicEntry(topic.Id, topic.Slug, topic.Name, topic.Description, 0, null))];
    }
}

/// <param name="Description">A sentence; null if nobody wrote one.</param>
/// <param name="Newest">When its newest piece was published; null if it has none.</param>
public sealed record TopicEntry(int Id, string Slug, string Name, string? Description, int Articles, DateTimeOffset? Newest);
