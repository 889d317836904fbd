using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Ingest.Harvesting;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>
/// Deliveries shared among nodes and workers. Each step is one conditional update, so a crash at any point leaves a row that somebody takes up: what
/// was not handed over is sent later, and what was handed over but not settled is sent again under the same Message-ID.
/// </summary>
public sealed class DeliveryQueue(IDbContextFactory<KioskDb> archive, HarvestOptions node, TimeProvider time)
{
    private int _workers;

    /// <summary>A name for one worker, unique among all nodes. A worker claims one batch at a time.</summary>
    public string NewWorker() => $"{node.Node}/{Interlocked.Increment(ref _workers)}";

    /// <summary>Claims deliveries whose time has come, the longest waiting first.</summary>
    /// <param name="digests">Of these alone; null: of all.</param>
    /// <returns>With subscriber; fewer than <paramref name="most"/> if there are no more, or others took some meanwhile; null if there is nothing to claim.</returns>
    public async Task<IReadOnlyList<Delivery>?> ClaimAsync(string worker, int most, IReadOnlyCollection<long>? digests, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var free = Free(db, now).Where(delivery => delivery.NextAttemptAt <= now);
        if (digests is not null)
            free = free.Where(delivery => digests.Contains(delivery.DigestId));
        var ids = await free.OrderBy(delivery => delivery.NextAttemptAt).ThenBy(delivery => delivery.Id).Select(delivery => delivery.Id).Take(most).ToListAsync(cancellation);
        if (ids.Count == 0)
            return null;
        await Free(db, now).Where(delivery => ids.Contains(delivery.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.State, DeliveryState.Claimed).SetProperty(delivery => delivery.LeaseOwner, worker).SetProperty(delivery => delivery.LeaseUntil, now + node.Lease),
            cancellation);
        return await db.Deliveries.AsNoTracking().Include(delivery => delivery.Subscriber)
            .Where(delivery => ids.Contains(delivery.Id) && delivery.LeaseOwner == worker && delivery.State == DeliveryState.Claimed)
            .OrderBy(delivery => delivery.Id).ToListAsync(cancellation);
    }

    /// <summary>Asked just before a letter is handed over: extends the lease and counts the attempt.</summary>
    /// <returns>False if the lease was lost, or its subscriber left; then it must not be sent.</returns>
    public async Task<bool> BeginAsync(Delivery delivery, string worker, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        return await Held(db, delivery.Id, worker).Where(one => one.LeaseUntil > now).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.LeaseUntil, now + node.Lease).SetProperty(one => one.Attempts, one => one.Attempts + 1), cancellation) == 1;
    }

    /// <summary>Ends a delivery. What did not reach her may come in a later letter.</summary>
    /// <param name="reason">In Dutch; null if there is nothing to say.</param>
    public async Task SettleAsync(Delivery delivery, string worker, DeliveryState state, string? reason, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await EndAsync(Held(db, delivery.Id, worker), state, reason, cancellation) == 1 && state is not (DeliveryState.Sent or DeliveryState.Empty))
            await TakeBackAsync(db, delivery, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Lets a delivery wait, because a server asked for patience.</summary>
    public async Task PostponeAsync(Delivery delivery, string worker, DateTimeOffset until, string reason, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await FreeAsync(Held(db, delivery.Id, worker), set => set.SetProperty(one => one.NextAttemptAt, until).SetProperty(one => one.Reason, reason), cancellation);
    }

    /// <summary>Lets go of whatever a worker still holds, because it stops: others may take it up at once.</summary>
    public async Task ReleaseAsync(string worker)
    {
        await using var db = await archive.CreateDbContextAsync();
        await FreeAsync(db.Deliveries.Where(delivery => delivery.LeaseOwner == worker && delivery.State == DeliveryState.Claimed), change: null, CancellationToken.None);
    }

    /// <summary>Takes back what nodes on this machine held when they were killed, so that a restart need not wait for their leases to lapse.</summary>
    /// <param name="isRunning">Whether a process with this id, other than this one, runs on this machine.</param>
    public async Task ReleaseOrphansAsync(Func<int, bool> isRunning, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var owners = await db.Deliveries.Where(delivery => delivery.State == DeliveryState.Claimed && delivery.LeaseOwner != null).Select(delivery => delivery.LeaseOwner!).Distinct().ToListAsync(cancellation);
        var dead = owners.Where(owner => HarvestOptions.ProcessOnThisMachine(owner.Split('/')[0]) is { } process && !isRunning(process)).ToList();
        if (dead.Count > 0)
            await FreeAsync(db.Deliveries.Where(delivery => delivery.State == DeliveryState.Claimed && dead.Contains(delivery.LeaseOwner!)), change: null, cancellation);
    }

    /// <summary>Ends what is older than mail may be: after a long silence, or in a restored backup.</summary>
    /// <param name="oldest">What was due before this does not go.</param>
    /// <param name="cancellation">Stops between two.</param>
    /// <returns>How many.</returns>
    public async Task<int> ExpireAsync(DateTimeOffset oldest, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var late = await Free(db, now).AsNoTracking().Where(delivery => delivery.DueAt < oldest).ToListAsync(cancellation);
        foreach (var delivery in late)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (await EndAsync(Free(db, now).Where(one => one.Id == delivery.Id), DeliveryState.TooLate, "Te laat om nog te versturen.", cancellation) == 1)
                await TakeBackAsync(db, delivery, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return late.Count;
    }

    private static IQueryable<Delivery> Free(KioskDb db, DateTimeOffset now) => db.Deliveries.Where(delivery =>
        delivery.State == DeliveryState.Waiting || (delivery.State == DeliveryState.Claimed && delivery.LeaseUntil < now));

    private static IQueryable<Delivery> Held(KioskDb db, long id, string worker) =>
        db.Deliveries.Where(delivery => delivery.Id == id && delivery.State == DeliveryState.Claimed && delivery.LeaseOwner == worker);

    private Task<int> EndAsync(IQueryable<Delivery> deliveries, DeliveryState state, string? reason, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return deliveries.ExecuteUpdateAsync(set => set
            .SetProperty(delivery => delivery.State, state).SetProperty(delivery => delivery.Reason, reason).SetProperty(delivery => delivery.SettledAt, now)
            .SetProperty(delivery => delivery.LeaseOwner, (string?)null).SetProperty(delivery => delivery.LeaseUntil, (DateTimeOffset?)null), cancellation);
    }

    private static Task<int> FreeAsync(IQueryable<Delivery> deliveries, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Delivery>>? change, CancellationToken cancellation) =>
        deliveries.ExecuteUpdateAsync(set =>
        {
            set.SetProperty(delivery => delivery.State, DeliveryState.Waiting)
                .SetProperty(delivery => delivery.LeaseOwner, (string?)null).SetProperty(delivery => delivery.LeaseUntil, (DateTimeOffset?)null);
            change?.Invoke(set);
        }, cancellation);

    /// <summary>Its pieces never reached her: her next letter begins where this one did.</summary>
    private static async Task TakeBackAsync(KioskDb db, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.ComposedAt is null)
            return;
        await db.DeliveryPieces.Where(piece => piece.SubscriberId == delivery.SubscriberId && piece.DigestId == delivery.DigestId).ExecuteDeleteAsync(cancellation);
        await db.Subscribers.Where(subscriber => subscriber.Id == delivery.SubscriberId && subscriber.CoveredUntil == delivery.ComposedAt)
            .ExecuteUpdateAsync(set => set.SetProperty(subscriber => subscriber.CoveredUntil, delivery.CoversFrom), cancellation);
    }
}
