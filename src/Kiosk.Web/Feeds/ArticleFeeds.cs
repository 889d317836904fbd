using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Search;
using Kiosk.Web.Accounts;
using Kiosk.Web.Alerts;
using Kiosk.Web.Http;
using Kiosk.Web.Pages.Zoeken;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Feeds;

/// <summary>
/// What stands in the feeds of articles: the newest of the kiosk, of a topic, a source, a search or an alert, and the picks. The same news stands in a feed once, by
/// the article of its story that was there first: so its id stays, whoever tells it too later on.
/// </summary>
public sealed class ArticleFeeds(IDbContextFactory<KioskDb> archive, SearchIndex index, PublicAddress address, DutchTime time)
{
    /// <summary>What comes in on a busy day stands in the feed of everything until the next.</summary>
    private const int MostOfAll = 100;

    public async Task<OutFeed> KioskAsync(string file, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var visible = db.Articles.Where(article => article.State == ArticleState.Visible);
        return await FeedAsync("De Kiosk", "Alles wat in de Kiosk verschijnt: kennis over schuldhulpverlening.", "/", FeedLinks.Kiosk(file), Newest(OncePerStory(visible), MostOfAll), cancellation);
    }

    public async Task<OutFeed> TopicAsync(Topic topic, string file, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var visible = db.Articles.Where(article => article.State == ArticleState.Visible && article.Topics.Any(link => link.TopicId == topic.Id));
        return await FeedAsync($"{topic.Name} in de Kiosk", topic.Description ?? $"Wat er over {topic.Name} verschijnt.", Links.Topic(topic.Slug), FeedLinks.Topic(topic.Slug, file), Newest(OncePerStory(visible)), cancellation);
    }

    public async Task<OutFeed> SourceAsync(Source source, string file, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var visible = db.Articles.Where(article => article.State == ArticleState.Visible && article.SourceId == source.Id);
        return await FeedAsync($"{source.Name} in de Kiosk", $"Wat de Kiosk van {source.Name} heeft.", Links.Source(source.Slug), FeedLinks.Source(source.Slug, file), Newest(OncePerStory(visible)), cancellation);
    }

    /// <returns>Null if the index cannot answer now.</returns>
    public async Task<OutFeed?> SearchAsync(SearchFilters asked, string file, CancellationToken cancellation)
    {
        if (!index.IsReady)
            return null;
        var query = asked.ToQuery();
        var found = index.Search(new SearchRequest { Text = query, Exactly = asked.Exactly, Order = SearchOrder.Newest, Take = OutFeed.MostEntries });
        var ids = found.IsCorrected ? [] : found.Hits.Where(hit => !hit.Partial).Select(hit => hit.ArticleId).ToArray();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var visible = db.Articles.Where(article => article.State == ArticleState.Visible);
        // Where others tell the same news, the first of them stands for all, whichever of them was found.
        var first = visible.Where(article => EF.Parameter(ids).Contains(article.Id)
            && (article.StoryId == null || !visible.Any(other => EF.Parameter(ids).Contains(other.Id) && other.StoryId == article.StoryId && other.Id < article.Id)));
        return await FeedAsync(
            query.Length == 0 ? "Zoeken in de Kiosk" : $"{query}: zoeken in de Kiosk", "Wat er verschijnt dat bij deze zoekopdracht past.",
            asked.Link(), FeedLinks.Search(query, asked.Exactly, file), Newest(first), cancellation);
    }

    /// <returns>Null if no feed has this key.</returns>
    public async Task<OutFeed?> AlertAsync(string key, string file, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Alerts.AsNoTracking().SingleOrDefaultAsync(alert => alert.FeedKey == key && alert.RemovedAt == null, cancellation) is not { } alert)
            return null;
        var found = db.AlertFinds.Where(find => find.AlertId == alert.Id && find.Article!.State == ArticleState.Visible)
            .OrderByDescending(find => find.FoundAt).ThenByDescending(find => find.ArticleId).Take(OutFeed.MostEntries).Select(find => find.Article!);
        return await FeedAsync($"Attendering: {alert.Query}", "Wat een attendering in de Kiosk vond.", AlertMail.PagePath, FeedLinks.Alert(key, file), found, cancellation);
    }

    /// <summary>What the editors put in front of everybody, with their words.</summary>
    public async Task<OutFeed> PicksAsync(string file, CancellationToken cancellation)
    {
        var today = time.Today;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var picks = await db.Picks.AsNoTracking().Where(pick => pick.StartsOn <= today && pick.Article!.State == ArticleState.Visible)
            .OrderByDescending(pick => pick.StartsOn).ThenByDescending(pick => pick.Id).Take(OutFeed.MostEntries).ToListAsync(cancellation);
        var ids = picks.Select(pick => pick.ArticleId).ToArray();
        var entries = (await FeedEntries.ReadAsync(db.Articles.Where(article => EF.Parameter(ids).Contains(article.Id)), address.Of, cancellation)).ToDictionary(entry => entry.Id);
        var picked = picks.Select(pick => Picked(pick, entries[address.Of(Links.Article(pick.ArticleId, "")).AbsoluteUri])).ToList();
        return Feed("Keuzes van de redactie", "Wat de redactie van de Kiosk vooraan legt, en waarom.", "/", FeedLinks.Picks(file), picked);
    }

    private static OutEntry Picked(Pick pick, OutEntry article) => article with
    {
        Id = FormattableString.Invariant($"{article.Id}#keuze-{pick.Id}"),
        Published = pick.MadeAt,
        Updated = article.Updated > pick.MadeAt ? article.Updated : pick.MadeAt,
        Summary = $"{pick.Quote} ({pick.Signature}){(article.Summary.Length > 0 ? "\n\n" : "")}{article.Summary}",
        Content = "",
    };

    private async Task<OutFeed> FeedAsync(string title, string description, string home, string self, IQueryable<Article> articles, CancellationToken cancellation) =>
        Feed(title, description, home, self, await FeedEntries.ReadAsync(articles, address.Of, cancellation));

    private OutFeed Feed(string title, string description, string home, string self, IReadOnlyList<OutEntry> entries) => new(
        title, description, address.Of(home), address.Of(self), entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.Updated), entries);

    private static IQueryable<Article> OncePerStory(IQueryable<Article> visible) =>
        visible.Where(article => article.StoryId == null || !visible.Any(other => other.StoryId == article.StoryId && other.Id < article.Id));

    private static IQueryable<Article> Newest(IQueryable<Article> articles, int most = OutFeed.MostEntries) =>
        articles.OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id).Take(most);
}
