using Kiosk.Data;
using Kiosk.Data.Topics;
using Kiosk.Web.Accounts;
using Kiosk.Web.Feeds;
using Kiosk.Web.Reading;
using Kiosk.Web.Tagging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Onderwerpen;

public sealed class OnderwerpPage(IDbContextFactory<KioskDb> archive) : PageModel
{
    public Topic Topic { get; private set; } = null!;

    /// <summary>The topic that it is a part of; null if it stands by itself.</summary>
    public Topic? Parent { get; private set; }

    /// <summary>The topics that are parts of it.</summary>
    public IReadOnlyList<TopicLink> Parts { get; private set; } = [];

    public FollowButton Follow { get; private set; } = null!;

    /// <summary>Where its feeds stand, by file name.</summary>
    public Func<string, string> FeedPath => file => FeedLinks.Topic(Topic.Slug, file);

    public int Total { get; private set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<ArticleCard> Articles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string? pagina, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topic = await TopicBook.FindAsync(db, slug, cancellation);
        if (topic is null)
            return NotFound();
        if (topic.Slug != slug)
            return RedirectPermanent(Links.Topic(topic.Slug) + Request.QueryString);
        Topic = topic;
        var tree = await TopicTree.ReadAsync(db, cancellation);
        Parent = tree.Find(topic.Id)?.Parent is { } parent ? tree.Find(parent)!.Topic : null;
        Parts = [.. tree.Under(topic.Id).Select(branch => new TopicLink(branch.Topic.Slug, branch.Topic.Name))];
        var listed = db.ArticleTopics.Where(link => link.TopicId == topic.Id && link.ListedAt != null);
        Total = await listed.CountAsync(cancellation);
        Paging = Paging.Of(pagina, Total, page => page == 1 ? Links.Topic(slug) : $"{Links.Topic(slug)}?pagina={page}");
        // By id, so that what a page shows is read of its own articles alone.
        var ids = await listed.OrderByDescending(link => link.ListedAt).ThenByDescending(link => link.ArticleId)
            .Skip(Paging.Skip).Take(Paging.PerPage).Select(link => link.ArticleId).ToListAsync(cancellation);
        Articles = await db.Articles.AsNoTracking().Where(article => EF.Parameter(ids).Contains(article.Id) && article.State == ArticleState.Visible)
            .OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id)
            .Select(ArticleCard.Projection).ToListAsync(cancellation);
        var me = Visitor.Of(User)?.Id;
        Follow = new FollowButton("onderwerp", topic.Id, topic.Name, me is null ? null : await db.Follows.AnyAsync(follow => follow.UserId == me && follow.TopicId == topic.Id, cancellation), Links.Topic(slug));
        return Page();
    }
}
