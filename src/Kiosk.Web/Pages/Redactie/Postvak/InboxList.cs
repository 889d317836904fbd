using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>A page of the inbox: what came in, the same news together.</summary>
/// <param name="Stories">The latest first.</param>
/// <param name="Next">Where the next page begins; null if this is the last.</param>
/// <param name="Total">Articles that match the filter, leaving the query aside.</param>
/// <param name="Scanned">Articles that the query was put to; null without a query.</param>
public sealed record InboxList(IReadOnlyList<InboxStory> Stories, InboxPlace? Next, int Total, int? Scanned)
{
    public const int PerPage = 30;

    /// <summary>More of one story than anybody goes through one by one; the rest follows when these are done.</summary>
    private const int MostOfStory = 20;

    public static readonly InboxList Empty = new([], null, 0, null);

    public IEnumerable<InboxItem> Items => Stories.SelectMany(story => story.All);

    /// <param name="me">Whose claims are not told.</param>
    public static async Task<InboxList> ReadAsync(KioskDb db, InboxFilter filter, Guid me, DateTimeOffset now, CancellationToken cancellation)
    {
        var inbox = filter.Of(db).AsNoTracking();
        var total = await inbox.CountAsync(cancellation);
        if (filter.ToQuery() is { } query)
        {
            var (matches, next, scanned) = await InboxQuery.ReadAsync(After(inbox, filter.After), (await NameHistory.ReadAsync(db, cancellation)).Resolve(query), cancellation);
            return new InboxList(await DressAsync(db, matches, [], me, now, cancellation), next, total, scanned);
        }

        // A story stands where its latest piece stands.
        var heads = await After(inbox.Where(article => article.StoryId == null || !inbox.Any(other =>
                other.StoryId == article.StoryId && (other.InboxAt > article.InboxAt || (other.InboxAt == article.InboxAt && other.Id > article.Id)))), filter.After)
            .Take(PerPage + 1).Select(InboxItem.Projection).ToListAsync(cancellation);
        var shown = heads.Take(PerPage).ToList();
        var stories = shown.Where(head => head.StoryId is not null).Select(head => head.StoryId!.Value).ToList();
        var ids = shown.Select(head => head.Id).ToList();
        var others = stories.Count == 0 ? [] : await inbox.Where(article => stories.Contains(article.StoryId!.Value) && !ids.Contains(article.Id))
            .OrderByDescending(article => article.InboxAt).ThenByDescending(article => article.Id)
            .Take(PerPage * MostOfStory).Select(InboxItem.Projection).ToListAsync(cancellation);
        return new InboxList(await DressAsync(db, shown, others, me, now, cancellation), heads.Count > PerPage ? shown[^1].Place : null, total, Scanned: null);
    }

    private static IQueryable<Article> After(IQueryable<Article> inbox, InboxPlace? place)
    {
        var rest = place is null ? inbox : inbox.Where(article => article.InboxAt < place.At || (article.InboxAt == place.At && article.Id < place.Id));
        return rest.OrderByDescending(article => article.InboxAt).ThenByDescending(article => article.Id);
    }

    /// <summary>With topics and claims, grouped.</summary>
    private static async Task<IReadOnlyList<InboxStory>> DressAsync(
        KioskDb db, List<InboxItem> heads, List<InboxItem> others, Guid me, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = heads.Concat(others).Select(item => item.Id).ToList();
        var topics = (await db.ArticleTopics.AsNoTracking().Where(tag => ids.Contains(tag.ArticleId)).OrderBy(tag => tag.Topic!.Position)
            .Select(tag => new { tag.ArticleId, tag.Topic!.Name }).ToListAsync(cancellation)).ToLookup(tag => tag.ArticleId, tag => tag.Name);
        var claims = await db.DeskClaims.AsNoTracking().Where(claim => ids.Contains(claim.ArticleId) && claim.EditorId != me && claim.ClaimedUntil > now)
            .ToDictionaryAsync(claim => claim.ArticleId, claim => claim.EditorName, cancellation);
        InboxItem Dressed(InboxItem item) => item with { Topics = [.. topics[item.Id]], ClaimedBy = claims.GetValueOrDefault(item.Id) };
        var byStory = others.ToLookup(item => item.StoryId);
        return [.. heads.Select(head => new InboxStory(Dressed(head), head.StoryId is null ? [] : [.. byStory[head.StoryId].Take(MostOfStory).Select(Dressed)]))];
    }
}
