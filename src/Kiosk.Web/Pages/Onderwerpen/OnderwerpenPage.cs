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
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).ToListAsync(cancellation);
        Topics = [.. topics.Select(topic => new TopicEntry(topic.Slug, topic.Name, topic.Description, counts.GetValueOrDefault(topic.Id)))];
    }
}

/// <param name="Description">A sentence; null if nobody wrote one.</param>
public sealed record TopicEntry(string Slug, string Name, string? Description, int Articles);
