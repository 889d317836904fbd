using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>What a reader follows, and how much of it she wants.</summary>
public sealed class Following(IDbContextFactory<KioskDb> archive, DutchTime time)
{
    /// <summary>Enough for a person, and a bound for an edition.</summary>
    public const int Most = 100;

    public const int LongestQuery = 200;

    public async Task<IReadOnlyList<Follow>> OfAsync(Guid user, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.Follows.AsNoTracking().Include(follow => follow.Topic).Include(follow => follow.Source)
            .Where(follow => follow.UserId == user).OrderBy(follow => follow.Id).ToListAsync(cancellation);
    }

    /// <summary>Follows something; what is followed already gets the weight that is given.</summary>
    /// <param name="wanted">With one of topic, source, query and role.</param>
    /// <returns>False if there is no such topic or source, or she follows all that she may.</returns>
    public async Task<bool> FollowAsync(Guid user, Follow wanted, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if ((wanted.TopicId is { } topic && !await db.Topics.AnyAsync(one => one.Id == topic, cancellation))
            || (wanted.SourceId is { } source && !await db.Sources.AnyAsync(one => one.Id == source, cancellation)))
            return false;
        var (mine, weight) = (await db.Follows.Where(follow => follow.UserId == user).ToListAsync(cancellation), Math.Clamp(wanted.Weight, 0, Follow.MostWeight));
        if (mine.Find(follow => IsSame(follow, wanted)) is { } known)
            known.Weight = weight;
        else if (mine.Count >= Most)
            return false;
        else
            db.Follows.Add(new Follow { UserId = user, TopicId = wanted.TopicId, SourceId = wanted.SourceId, Query = wanted.Query, Role = wanted.Role, Weight = weight, FollowedAt = time.Now });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Stops following; undone by following again.</summary>
    /// <returns>What it was, to put it back as it stood; null if she did not follow it.</returns>
    public async Task<Follow?> StopAsync(Guid user, Follow unwanted, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var mine = await db.Follows.Where(follow => follow.UserId == user).ToListAsync(cancellation);
        if (mine.Find(follow => IsSame(follow, unwanted)) is not { } stopped)
            return null;
        db.Follows.Remove(stopped);
        await db.SaveChangesAsync(cancellation);
        return stopped;
    }

    /// <summary>Sets weights by <see cref="Follow.Id"/>; what is not hers stays as it is.</summary>
    /// <returns>What was changed, with the weight that it had.</returns>
    public async Task<IReadOnlyDictionary<long, int>> WeighAsync(Guid user, IReadOnlyDictionary<long, int> weights, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var before = new Dictionary<long, int>();
        foreach (var follow in await db.Follows.Where(follow => follow.UserId == user).ToListAsync(cancellation))
        {
            var weight = Math.Clamp(weights.GetValueOrDefault(follow.Id, follow.Weight), 0, Follow.MostWeight);
            if (weight == follow.Weight)
                continue;
            before[follow.Id] = follow.Weight;
            follow.Weight = weight;
        }

        await db.SaveChangesAsync(cancellation);
        return before;
    }

    public async Task<ReaderSettings> SettingsAsync(Guid user, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.ReaderSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.UserId == user, cancellation) ?? new ReaderSettings { UserId = user };
    }

    public async Task ChangeAsync(Guid user, Action<ReaderSettings> change, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var settings = await db.ReaderSettings.SingleOrDefaultAsync(settings => settings.UserId == user, cancellation);
        if (settings is null)
            db.ReaderSettings.Add(settings = new ReaderSettings { UserId = user });
        change(settings);
        settings.EditionSize = Math.Clamp(settings.EditionSize, ReaderSettings.SmallestSize, ReaderSettings.LargestSize);
        await db.SaveChangesAsync(cancellation);
    }

    private static bool IsSame(Follow one, Follow other) =>
        (one.TopicId, one.SourceId, one.Query, one.Role) == (other.TopicId, other.SourceId, other.Query, other.Role);
}
