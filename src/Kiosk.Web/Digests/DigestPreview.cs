using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>Letters as they would be now. Nothing is written down and nothing is sent.</summary>
public sealed class DigestPreview(IDbContextFactory<KioskDb> archive, DigestPoolReader pools, LetterComposer composer)
{
    /// <summary>Numbers of topics by slug; none named means all.</summary>
    public async Task<(IReadOnlySet<int> Known, IReadOnlyList<string> Unknown)> TopicsAsync(IReadOnlyList<string> slugs, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topics = await db.Topics.AsNoTracking().Select(topic => new { topic.Slug, topic.Id }).ToDictionaryAsync(topic => topic.Slug, topic => topic.Id, cancellation);
        return slugs.Count == 0 ? (topics.Values.ToHashSet(), []) : (slugs.Where(topics.ContainsKey).Select(slug => topics[slug]).ToHashSet(), [.. slugs.Where(slug => !topics.ContainsKey(slug))]);
    }

    /// <summary>For a new weekly subscriber to these topics.</summary>
    public async Task<DigestLetter> OfTopicsAsync(DateOnly week, IReadOnlySet<int> topics, CancellationToken cancellation)
    {
        var pool = await PoolAsync(week, cancellation);
        return await composer.PreviewAsync(pool, topics, Subscriber.LongLetter, LetterComposer.FirstSince(Rhythm.Week, pool.Until), HadBefore.Nothing, DigestCalendar.DayOf(week, DayOfWeek.Tuesday), cancellation);
    }

    /// <summary>For a subscriber as she is; null if nobody has this address.</summary>
    public async Task<DigestLetter?> OfSubscriberAsync(DateOnly week, string email, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var key = email.ToLowerInvariant();
        if (await db.Subscribers.AsNoTracking().Include(one => one.Topics).SingleOrDefaultAsync(one => one.Email == key && one.ConsentedAt != null, cancellation) is not { } subscriber)
            return null;
        var pool = await PoolAsync(week, cancellation);
        var had = (await LetterComposer.HadAsync(db, [subscriber.Id], pool, cancellation))[subscriber.Id].ToList();
        return await composer.PreviewAsync(pool, subscriber.Topics.Select(link => link.TopicId).ToHashSet(), subscriber.Size, subscriber.CoveredUntil ?? LetterComposer.FirstSince(subscriber.Rhythm, pool.Until),
            HadBefore.Of(had), DigestCalendar.DayOf(week, subscriber.Weekday), cancellation);
    }

    /// <summary>What letters of a week may hold now.</summary>
    public async Task<DigestPool> PoolAsync(DateOnly week, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await pools.ReadAsync(db, await db.Digests.AsNoTracking().SingleOrDefaultAsync(digest => digest.Week == week, cancellation) ?? new Digest { Week = week }, cancellation);
    }
}
