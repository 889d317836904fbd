using Kiosk.Data;
using Kiosk.Data.Topics;
using Kiosk.Web.Tagging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Onderwerpen;

/// <summary>The tree of topics, for editors.</summary>
public sealed class IndelingPage(IDbContextFactory<KioskDb> archive) : PageModel
{
    public IReadOnlyList<TopicBranch> Branches { get; private set; } = [];

    /// <summary>Visible articles, by topic.</summary>
    public IReadOnlyDictionary<int, int> Articles { get; private set; } = new Dictionary<int, int>();

    /// <summary>Topics of which the rule is being applied now.</summary>
    public IReadOnlySet<int> Working { get; private set; } = new HashSet<int>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Branches = (await TopicTree.ReadAsync(db, cancellation)).Branches;
        Articles = await db.ArticleTopics.Where(tag => tag.Article!.State == ArticleState.Visible).GroupBy(tag => tag.TopicId)
            .Select(tags => new { tags.Key, Count = tags.Count() }).ToDictionaryAsync(tags => tags.Key, tags => tags.Count, cancellation);
        Working = await db.TopicRuns.Where(run => run.State == TopicRunState.Applying || run.State == TopicRunState.Undoing).Select(run => run.TopicId).ToHashSetAsync(cancellation);
    }
}
