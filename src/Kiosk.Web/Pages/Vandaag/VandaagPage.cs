using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Vandaag;

public sealed class VandaagPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    private const int NewestOfAll = 200;
    private const int NewestBesideNews = 60;

    public Edition Edition { get; private set; } = new();

    public IReadOnlyList<TopicNews> Topics { get; private set; } = [];

    /// <summary>Set only while the archive is empty.</summary>
    public FirstRun? FirstRun { get; private set; }

    /// <summary>When a source last answered well; null if none ever did.</summary>
    public DateTimeOffset? LastHarvest { get; private set; }

    public int MinutesInAll => Edition.All.Sum(pick => pick.Card.Minutes);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Edition = Edition.Choose(await CandidatesAsync(db, cancellation), time.Today);
        Edition = Edition.WithSources(await StorySiblings.SourcesAsync(db, [.. Edition.All.Select(pick => pick.Card)], cancellation));
        if (Edition.Lead is null)
            FirstRun = await FirstRunAsync(db, cancellation);
        Topics = await TopicsAsync(db, cancellation);
        LastHarvest = await db.Sources.MaxAsync(source => source.LastSuccessAt, cancellation);
    }

    /// <summary>Looks further back for what is no news, which would drown in it. Of a story only the lead is asked for, as long as it can be seen.</summary>
    private async Task<List<ArticleCard>> CandidatesAsync(KioskDb db, CancellationToken cancellation)
    {
        var (now, recent) = (time.Now, time.Now.AddDays(-Edition.RecentDays - 1));
        var newest = db.Articles.AsNoTracking()
            .Where(article => article.State == ArticleState.Visible && article.PublishedAt <= now)
            .Where(article => article.StoryId == null || article.Story!.LeadId == article.Id || article.Story.Lead!.State != ArticleState.Visible)
            .OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id);
        var all = await newest.Take(NewestOfAll).Select(ArticleCard.Projection).ToListAsync(cancellation);
        var besideNews = await newest
            .Where(article => article.Kind != ArticleKind.Nieuws && article.PublishedAt > recent)
            .Take(NewestBesideNews).Select(ArticleCard.Projection).ToListAsync(cancellation);
        return [.. all.UnionBy(besideNews, card => card.Id).DistinctBy(card => card.StoryId ?? -card.Id)];
    }

    private static async Task<FirstRun> FirstRunAsync(KioskDb db, CancellationToken cancellation) => new(await db.Sources
        .AsNoTracking().Where(source => source.Enabled).OrderBy(source => source.Name)
        .Select(source => new FirstRunSource(source.Id, source.Slug, source.Name, source.LastCheckedAt != null, source.LastMessage))
        .ToListAsync(cancellation));

    private async Task<List<TopicNews>> TopicsAsync(KioskDb db, CancellationToken cancellation)
    {
        // Through the few recent articles: as a join, SQLite would start from all links and look up each article.
        var since = time.Now.AddDays(-7);
        var recent = db.Articles.Where(article => article.State == ArticleState.Visible && article.PublishedAt > since).Select(article => article.Id);
        var counts = await db.ArticleTopics
            .Where(link => recent.Contains(link.ArticleId))
            .GroupBy(link => link.TopicId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var topics = await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Name)
            .Select(topic => new { topic.Id, topic.Slug, topic.Name }).ToListAsync(cancellation);
        return [.. topics.Select(topic => new TopicNews(topic.Slug, topic.Name, counts.GetValueOrDefault(topic.Id)))];
    }
}
