using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Reading;
using Kiosk.Web.Subscribing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>
/// What a letter that does not arrive means for her who should get it. One that never can arrive stops her letters, and so do three in a row that could not arrive for a
/// reason that may pass. Call these in the transaction that ends the delivery.
/// </summary>
internal static class BounceCount
{
    public const int MostSoft = 3;

    public const string NoSuchMailbox = "Het adres bestaat niet (meer), zegt de mailserver.";
    public const string MailboxTrouble = "De postbus was drie brieven achter elkaar vol of dicht.";

    /// <summary>Counts an end that is a bounce; does nothing at others.</summary>
    public static async Task AddAsync(KioskDb db, Delivery delivery, DeliveryState state, DateTimeOffset now, CancellationToken cancellation)
    {
        if (state == DeliveryState.HardBounced)
            await StopAsync(db, delivery.SubscriberId, NoSuchMailbox, now, cancellation);
        if (state != DeliveryState.SoftBounced)
            return;
        var before = await Others(db, delivery).OrderByDescending(one => one.Id).Select(one => (DeliveryState?)one.State).FirstOrDefaultAsync(cancellation);
        var subscriber = db.Subscribers.Where(one => one.Id == delivery.SubscriberId);
        // Whether the letter before arrived is known only now: bounces come in days later.
        await subscriber.ExecuteUpdateAsync(set => set.SetProperty(one => one.SoftBounces, one => before == DeliveryState.SoftBounced ? one.SoftBounces + 1 : 1), cancellation);
        if (await subscriber.AnyAsync(one => one.SoftBounces >= MostSoft, cancellation))
            await StopAsync(db, delivery.SubscriberId, MailboxTrouble, now, cancellation);
    }

    /// <summary>Forgets the count of those whose letter before this one did not come back.</summary>
    public static Task ClearAsync(KioskDb db, IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellation)
    {
        var (subscribers, these) = (deliveries.Select(one => one.SubscriberId).ToArray(), deliveries.Select(one => one.Id).ToArray());
        return db.Subscribers.Where(one => EF.Parameter(subscribers).Contains(one.Id) && one.SoftBounces > 0
                && db.Deliveries.Where(other => other.SubscriberId == one.Id && !EF.Parameter(these).Contains(other.Id) && (other.State == DeliveryState.Sent || other.State == DeliveryState.SoftBounced))
                    .OrderByDescending(other => other.Id).Select(other => (DeliveryState?)other.State).FirstOrDefault() == DeliveryState.Sent)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.SoftBounces, 0), cancellation);
    }

    private static IQueryable<Delivery> Others(KioskDb db, Delivery delivery) => db.Deliveries.Where(one =>
        one.SubscriberId == delivery.SubscriberId && one.Id < delivery.Id && (one.State == DeliveryState.Sent || one.State == DeliveryState.SoftBounced));

    private static async Task StopAsync(KioskDb db, long subscriber, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.Subscribers.Where(one => one.Id == subscriber && one.StoppedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.StoppedAt, now).SetProperty(one => one.StopReason, reason), cancellation) == 0)
            return;
        await SubscriptionCount.AddAsync(db, DutchTime.DayOf(now), day => day.Stopped++, cancellation);
        await db.Deliveries.Where(one => one.SubscriberId == subscriber && one.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, DeliveryState.GivenUp).SetProperty(one => one.Reason, reason).SetProperty(one => one.SettledAt, now), cancellation);
    }
}
