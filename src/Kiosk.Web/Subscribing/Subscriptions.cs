using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Subscribing;

/// <summary>
/// How somebody comes to the weekly digest and leaves it. Nothing but a link to confirm is ever mailed to an address before its owner pressed the button
/// behind that link; what is asked for an address that never confirms is erased.
/// </summary>
public sealed class Subscriptions(IDbContextFactory<KioskDb> archive, SubscriberLinks links, Postbox post, IPostman postman, TimeProvider time)
{
    /// <summary>How long a link to confirm works.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromDays(2);

    /// <summary>How long an invitation works.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    /// <summary>Mails with a link that go to one address in a day, and invitations that one subscriber sends in a day.</summary>
    private const int MostAsks = 3;

    /// <summary>Asks for a subscription. What happens then stands in the mail alone, so that nobody learns whether an address is known.</summary>
    /// <param name="email">As <c>EmailAddress.Parse</c> gives it.</param>
    public async Task AskAsync(string email, Subscription wanted, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await EraseExpiredAsync(db, cancellation);
        var subscriber = await FindAsync(db, email, cancellation) ?? db.Subscribers.Add(New(email, SubscriberOrigin.Formulier)).Entity;
        if (!MayAsk(subscriber))
            return;
        if (subscriber.ConsentedAt is null)
        {
            wanted.ApplyTo(subscriber);
            subscriber.Origin = SubscriberOrigin.Formulier;
        }

        if (!await SavedAsync(db, cancellation))
            return;
        if (subscriber.ConsentedAt is not null)
        {
            post.Drop(SubscriptionLetters.Already(subscriber.Email, links.Preferences(subscriber.Id)));
            return;
        }

        await CountAsync(db, day => day.Asked++, cancellation);
        post.Drop(SubscriptionLetters.Confirm(subscriber.Email, links.Confirm(subscriber.Id)));
    }

    /// <summary>Asks a colleague in, with the topics of who asks. She gets one mail, and nothing more unless she confirms.</summary>
    /// <param name="inviter">A subscriber who confirmed.</param>
    /// <returns>False if this subscriber asked enough people in today.</returns>
    public async Task<bool> InviteAsync(long inviter, string email, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await EraseExpiredAsync(db, cancellation);
        var (host, since) = (await db.Subscribers.Include(one => one.Topics).SingleAsync(one => one.Id == inviter, cancellation), time.GetUtcNow().AddDays(-1));
        if (await db.Subscribers.CountAsync(one => one.InvitedBy == inviter && one.AskedAt > since, cancellation) >= MostAsks)
            return false;
        // Whoever is known already, confirmed or not, gets no mail because of somebody else.
        if (await FindAsync(db, email, cancellation) is not null)
            return true;
        var guest = New(email, SubscriberOrigin.Uitnodiging);
        guest.InvitedBy = inviter;
        guest.Asks = 1;
        new Subscription([.. host.Topics.Select(link => link.TopicId)], host.Weekday, host.Rhythm).ApplyTo(guest);
        db.Subscribers.Add(guest);
        if (await SavedAsync(db, cancellation))
        {
            await CountAsync(db, day => day.Asked++, cancellation);
            post.Drop(SubscriptionLetters.Invitation(guest.Email, host.Email, links.Confirm(guest.Id)));
        }

        return true;
    }

    /// <summary>The subscriber with this number, with her topics; null if she left, or never confirmed in time.</summary>
    public async Task<Subscriber?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var subscriber = await db.Subscribers.AsNoTracking().Include(one => one.Topics).ThenInclude(link => link.Topic).SingleOrDefaultAsync(one => one.Id == id, cancellation);
        return subscriber is null || Expired(subscriber) ? null : subscriber;
    }

    /// <summary>She confirms. Doing it twice is the same as once.</summary>
    public async Task ConfirmAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        if (await db.Subscribers.Where(one => one.Id == id && one.ConsentedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.ConsentedAt, now), cancellation) == 1)
            await CountAsync(db, day => day.Joined++, cancellation);
    }

    public async Task ChangeAsync(long id, Subscription wanted, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Subscribers.Include(one => one.Topics).SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } subscriber)
            return;
        wanted.ApplyTo(subscriber);
        await db.SaveChangesAsync(cancellation);
    }

    /// <param name="until">The first day on which letters come again; null: at once.</param>
    public async Task PauseAsync(long id, DateOnly? until, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.Subscribers.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.PausedUntil, until), cancellation);
    }

    /// <summary>No more of one topic.</summary>
    public async Task DropTopicAsync(long id, int topic, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.SubscriberTopics.Where(link => link.SubscriberId == id && link.TopicId == topic).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>She wants her letters again after mail to her did not arrive.</summary>
    public async Task ResumeAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.Subscribers.Where(one => one.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.StoppedAt, (DateTimeOffset?)null).SetProperty(one => one.StopReason, (string?)null).SetProperty(one => one.SoftBounces, 0), cancellation);
    }

    /// <summary>She leaves: everything about her goes, mails that wait for her included. What is under way at this moment no longer goes out.</summary>
    public async Task LeaveAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var email = await db.Subscribers.Where(one => one.Id == id).Select(one => one.Email).SingleOrDefaultAsync(cancellation);
        if (email is null || await db.Subscribers.Where(one => one.Id == id).ExecuteDeleteAsync(cancellation) == 0)
            return;
        postman.Forget(email);
        await CountAsync(db, day => day.Departed++, cancellation);
        // What was written lately stands in the write-ahead log too, until it is folded back.
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }

    /// <summary>Erases addresses whose owners did not confirm in time.</summary>
    public async Task EraseExpiredAsync(KioskDb db, CancellationToken cancellation)
    {
        var (asked, invited) = (time.GetUtcNow() - LinkLasts, time.GetUtcNow() - InvitationLasts);
        await db.Subscribers.Where(one => one.ConsentedAt == null && (one.Origin == SubscriberOrigin.Uitnodiging ? one.AskedAt < invited : one.AskedAt < asked)).ExecuteDeleteAsync(cancellation);
    }

    private bool Expired(Subscriber subscriber) => subscriber.ConsentedAt is null
        && time.GetUtcNow() - subscriber.AskedAt > (subscriber.Origin == SubscriberOrigin.Uitnodiging ? InvitationLasts : LinkLasts);

    private static Task<Subscriber?> FindAsync(KioskDb db, string email, CancellationToken cancellation)
    {
        var key = email.ToLowerInvariant();
        return db.Subscribers.Include(one => one.Topics).SingleOrDefaultAsync(one => one.Email == key, cancellation);
    }

    private Subscriber New(string email, SubscriberOrigin origin) => new() { Email = email.ToLowerInvariant(), Origin = origin, AskedAt = time.GetUtcNow() };

    /// <summary>Counts one more mail to this address; false if it had enough today.</summary>
    private bool MayAsk(Subscriber subscriber)
    {
        var now = time.GetUtcNow();
        if (now - subscriber.AskedAt >= TimeSpan.FromDays(1))
            subscriber.Asks = 0;
        if (subscriber.Asks >= MostAsks)
            return false;
        subscriber.Asks++;
        subscriber.AskedAt = now;
        return true;
    }

    /// <returns>False if somebody else asked for the same address at the same moment; then she mailed already.</returns>
    private static async Task<bool> SavedAsync(KioskDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private Task CountAsync(KioskDb db, Action<SubscriptionDay> count, CancellationToken cancellation) => SubscriptionCount.AddAsync(db, Reading.DutchTime.DayOf(time.GetUtcNow()), count, cancellation);
}
