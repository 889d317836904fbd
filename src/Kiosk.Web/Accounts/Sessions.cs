using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Accounts;

/// <summary>The devices on which people are signed in: opened, found at each request, listed, ended.</summary>
public sealed class Sessions(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    /// <summary>A session that is not used for so long is over.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How exactly the last visit is kept: writing at every request would cost more than it tells.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <param name="device">For people: <c>Firefox op Windows</c>.</param>
    public async Task<UserSession> OpenAsync(Guid user, string device, bool secondFactor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var session = new UserSession
        {
            Id = Guid.NewGuid(),
            UserId = user,
            Device = device,
            CreatedAt = now,
            SeenAt = now,
            ProvenAt = now,
            ExpiresAt = now + Lifetime,
            SecondFactor = secondFactor,
        };
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.UserSessions.Where(old => old.UserId == user && old.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        db.UserSessions.Add(session);
        await db.SaveChangesAsync(cancellation);
        return session;
    }

    /// <summary>Who is signed in with a session, and notes the visit; null if it is over or she was shut out.</summary>
    public async Task<Visitor?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var found = await db.UserSessions.Where(session => session.Id == id && session.ExpiresAt > now)
            .Join(db.Users.Where(user => user.BlockedAt == null), session => session.UserId, user => user.Id, (session, user) => new
            {
                session.SeenAt,
                Visitor = new Visitor(user.Id, user.Email!, user.Name == "" ? user.Email! : user.Name, user.Role, session.Id, session.ProvenAt, session.SecondFactor),
            })
            .SingleOrDefaultAsync(cancellation);
        if (found is not null && now - found.SeenAt >= SeenEvery)
            await db.UserSessions.Where(session => session.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now).SetProperty(session => session.ExpiresAt, now + Lifetime), cancellation);
        return found?.Visitor;
    }

    /// <summary>Notes that she proved to be herself once more on this device.</summary>
    /// <param name="secondFactor">True if she now proved it in two ways; false leaves what was.</param>
    public async Task ProveAsync(Guid id, bool secondFactor, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.UserSessions.Where(session => session.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.ProvenAt, time.GetUtcNow()).SetProperty(session => session.SecondFactor, session => session.SecondFactor || secondFactor), cancellation);
    }

    /// <summary>No device of this person counts as proven in two ways any longer, since her second way is gone.</summary>
    public async Task UnproveAsync(Guid user, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.UserSessions.Where(session => session.UserId == user).ExecuteUpdateAsync(set => set.SetProperty(session => session.SecondFactor, false), cancellation);
    }

    /// <summary>The devices of a person, the latest visit first.</summary>
    public async Task<IReadOnlyList<UserSession>> OfAsync(Guid user, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.UserSessions.AsNoTracking().Where(session => session.UserId == user && session.ExpiresAt > now)
            .OrderByDescending(session => session.SeenAt).ToListAsync(cancellation);
    }

    /// <summary>Signs a device of this person out.</summary>
    /// <returns>False if she has no such device.</returns>
    public async Task<bool> EndAsync(Guid user, Guid id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.UserSessions.Where(session => session.UserId == user && session.Id == id).ExecuteDeleteAsync(cancellation) > 0;
    }

    /// <summary>Signs a person out everywhere, save on one device.</summary>
    /// <returns>How many devices were signed out.</returns>
    public async Task<int> EndAllAsync(Guid user, Guid? except, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.UserSessions.Where(session => session.UserId == user && session.Id != except).ExecuteDeleteAsync(cancellation);
    }
}
