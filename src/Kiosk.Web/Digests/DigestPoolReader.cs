using Kiosk.Data;
using Kiosk.Data.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>Puts the pool of a digest together: a handful of questions, however many subscribers there are.</summary>
public sealed class DigestPoolReader(TimeProvider time)
{
    /// <summary>What a source brings late may be this much older than the letter looks back.</summary>
    private const int OlderDays = 21;

    private const int MostOfTopic = 300;

    public async Task<DigestPool> ReadAsync(KioskDb db, Digest digest, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = now.AddDays(-DigestPool.Days);
        var edits = await EditsAsync(db, digest, cancellation);
        var picks = await PicksAsync(db, now, cancellation);
        var facts = await FactsAsync(db, since, now, [.. picks.Keys, .. edits.Where(edit => edit.PlacedAt is not null).Select(edit => edit.ArticleId)], cancellation);
        var saved = await SavedArticles.ReadAsync(db, since, cancellation);
        var sources = await OtherSourcesAsync(db, facts, cancellation);
        var items = await ItemsAsync(db, digest, facts, edits, article => picks.TryGetValue(article, out var at) ? at : null,
            one => DigestWeight.Of(one, one.StoryId is { } story ? sources.GetValueOrDefault(story) : 0, saved.GetValueOrDefault(one.Id), now), cancellation);
        return new DigestPool
        {
            Digest = digest,
            Until = digest.ApprovedAt is { } approved && approved < now ? approved : now,
            Topics = await TopicsAsync(db, digest.Id, cancellation),
            Items = items,
            Agenda = await AgendaAsync(db, now, cancellation),
            Saved = await ExtrasAsync(db, [.. saved.Where(pair => pair.Value >= SavedArticles.Enough).OrderByDescending(pair => pair.Value).Select(pair => pair.Key)], cancellation),
            From = await FromAsync(db, items.Values.SelectMany(list => list).ToList(), since, cancellation),
        };
    }

    private static async Task<List<PoolTopic>> TopicsAsync(KioskDb db, long digest, CancellationToken cancellation)
    {
        var words = await db.DigestTopics.AsNoTracking().Where(one => one.DigestId == digest).ToDictionaryAsync(one => one.TopicId, cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Id).Select(topic => new { topic.Id, topic.Slug, topic.Name }).ToListAsync(cancellation);
        return [.. topics.Select(topic => new PoolTopic(topic.Id, topic.Slug, topic.Name, words.GetValueOrDefault(topic.Id)?.Introduction, words.GetValueOrDefault(topic.Id)?.Signature))];
    }

    /// <summary>What editors decided in this digest and, as far as they took something out, in those before.</summary>
    private static Task<List<DigestPiece>> EditsAsync(KioskDb db, Digest digest, CancellationToken cancellation)
    {
        var oldest = digest.Week.AddDays(-DigestPool.Days - 7);
        return db.DigestPieces.AsNoTracking()
            .Where(piece => piece.Digest!.Week >= oldest && piece.Digest.Week <= digest.Week && (piece.DroppedAt != null || (piece.PlacedAt != null && piece.DigestId == digest.Id)))
            .ToListAsync(cancellation);
    }

    /// <summary>Picked articles, with the moment since which each lies in front.</summary>
    private static async Task<Dictionary<long, DateTimeOffset>> PicksAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var (today, oldest) = (Reading.DutchTime.DayOf(now), Reading.DutchTime.DayOf(now).AddDays(-DigestPool.Days));
        var picks = await db.Picks.AsNoTracking().Where(pick => pick.StartsOn <= today && pick.StartsOn >= oldest)
            .Select(pick => new { pick.ArticleId, pick.StartsOn, pick.MadeAt }).ToListAsync(cancellation);
        return picks.GroupBy(pick => pick.ArticleId).ToDictionary(
            group => group.Key, group => group.Max(pick => Reading.DutchTime.StartOf(pick.StartsOn) is var start && start > pick.MadeAt ? start : pick.MadeAt));
    }

    private static async Task<List<DigestFacts>> FactsAsync(KioskDb db, DateTimeOffset since, DateTimeOffset now, IReadOnlyList<long> besides, CancellationToken cancellation)
    {
        var published = since.AddDays(-OlderDays);
        var visible = db.Articles.AsNoTracking().Where(article => article.State == ArticleState.Visible && article.Kind != ArticleKind.Agenda);
        var recent = await Facts(visible.Where(article => article.PublishedAt <= now && article.PublishedAt > published && article.FirstSeenAt > since && article.Event == null
            && (article.StoryId == null || article.Story!.LeadId == article.Id || article.Story.Lead!.State != ArticleState.Visible))).ToListAsync(cancellation);
        var missing = besides.Except(recent.Select(facts => facts.Id)).ToArray();
        return missing.Length == 0 ? recent : [.. recent, .. await Facts(visible.Where(article => EF.Parameter(missing).Contains(article.Id))).ToListAsync(cancellation)];
    }

    private static IQueryable<DigestFacts> Facts(IQueryable<Article> articles) => articles.Select(article => new DigestFacts(
        article.Id, article.SourceId, article.Kind, article.FirstSeenAt, article.PublishedAt, article.StoryId, article.Lead != "" && article.Source!.Rights != Rights.Link));

    /// <summary>For each story how many sources tell it besides the one that leads.</summary>
    private static async Task<Dictionary<long, int>> OtherSourcesAsync(KioskDb db, List<DigestFacts> facts, CancellationToken cancellation)
    {
        var stories = facts.Where(one => one.StoryId is not null).Select(one => one.StoryId!.Value).Distinct().ToArray();
        return await db.Articles.Where(article => article.StoryId != null && EF.Parameter(stories).Contains(article.StoryId.Value) && article.State == ArticleState.Visible)
            .GroupBy(article => article.StoryId!.Value).Select(group => new { group.Key, Others = group.Select(article => article.SourceId).Distinct().Count() - 1 })
            .ToDictionaryAsync(pair => pair.Key, pair => pair.Others, cancellation);
    }

    private static async Task<Dictionary<int, IReadOnlyList<DigestItem>>> ItemsAsync(
        KioskDb db, Digest digest, List<DigestFacts> facts, List<DigestPiece> edits, Func<long, DateTimeOffset?> pickedAt, Func<DigestFacts, double> weigh, CancellationToken cancellation)
    {
        var ids = facts.Select(one => one.Id).ToArray();
        var topics = (await db.ArticleTopics.AsNoTracking().Where(link => EF.Parameter(ids).Contains(link.ArticleId)).Select(link => new { link.ArticleId, link.TopicId }).ToListAsync(cancellation))
            .ToLookup(link => link.ArticleId, link => link.TopicId);
        var dropped = edits.Where(edit => edit.DroppedAt is not null).Select(edit => (edit.TopicId, edit.ArticleId)).ToHashSet();
        var placed = edits.Where(edit => edit.PlacedAt is not null && edit.DroppedAt is null).ToDictionary(edit => (edit.TopicId, edit.ArticleId));
        var items = facts.SelectMany(one => topics[one.Id].Concat(placed.Keys.Where(key => key.ArticleId == one.Id).Select(key => key.TopicId)).Distinct()
            .Where(topic => !dropped.Contains((topic, one.Id)))
            .Select(topic => Item(one, topic, placed.GetValueOrDefault((topic, one.Id)), pickedAt(one.Id), weigh(one))));
        // What comes after the approval of an editor waits for the next digest.
        return items.Where(item => digest.ApprovedAt is not { } approved || item.Place is not null || item.Moment <= approved)
            .GroupBy(item => item.TopicId)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<DigestItem>)[.. DigestItem.Ordered(group).Take(MostOfTopic)]);
    }

    private static DigestItem Item(DigestFacts facts, int topic, DigestPiece? placed, DateTimeOffset? picked, double weight) => new()
    {
        ArticleId = facts.Id,
        TopicId = topic,
        SourceId = facts.SourceId,
        StoryId = facts.StoryId,
        Moment = new[] { facts.FirstSeenAt, picked ?? facts.FirstSeenAt, placed?.PlacedAt ?? facts.FirstSeenAt }.Max(),
        Place = placed?.Position,
        IsPick = picked is not null,
        Weight = weight,
    };

    private static async Task<List<PoolExtra>> AgendaAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var until = now.AddDays(DigestPool.AgendaDays);
        var ids = await db.ArticleEvents.AsNoTracking()
            .Where(found => found.StartsAt > now && found.StartsAt <= until && !found.IsCancelled && found.Article!.State == ArticleState.Visible)
            .OrderBy(found => found.StartsAt).ThenBy(found => found.ArticleId).Select(found => found.ArticleId).Take(MostOfTopic).ToListAsync(cancellation);
        return await ExtrasAsync(db, ids, cancellation);
    }

    private static async Task<List<PoolExtra>> ExtrasAsync(KioskDb db, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var numbers = ids.ToArray();
        var rows = await db.Articles.AsNoTracking().Where(article => EF.Parameter(numbers).Contains(article.Id) && article.State == ArticleState.Visible)
            .Select(article => new { article.Id, article.StoryId, Topics = article.Topics.Select(link => link.TopicId).ToList() }).ToDictionaryAsync(row => row.Id, cancellation);
        return [.. ids.Where(rows.ContainsKey).Select(id => new PoolExtra(id, rows[id].StoryId, rows[id].Topics))];
    }

    /// <summary>Repetitions are looked for from the oldest recent article, or member of a story, on. What is older and was placed or picked is looked up by itself.</summary>
    private static async Task<long> FromAsync(KioskDb db, List<DigestItem> items, DateTimeOffset since, CancellationToken cancellation)
    {
        var stories = items.Where(item => item.StoryId is not null).Select(item => item.StoryId!.Value).Distinct().ToArray();
        var oldest = since.AddDays(-DigestPool.Days);
        var first = await db.Articles.Where(article => article.StoryId != null && EF.Parameter(stories).Contains(article.StoryId.Value) && article.FirstSeenAt > oldest)
            .MinAsync(article => (long?)article.Id, cancellation);
        var recent = await db.Articles.Where(article => article.PublishedAt > since && article.FirstSeenAt > since).MinAsync(article => (long?)article.Id, cancellation);
        return Math.Min(first ?? long.MaxValue, recent ?? long.MaxValue);
    }
}
