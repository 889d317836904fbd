using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Data.Leases;
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

    /// <summary>How long a letter is a worker's own from when its lease was renewed.</summary>
    public TimeSpan Lease => node.Lease;

    /// <summary>A name for one worker, unique among all nodes.</summary>
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

    /// <summary>Does what a worker does, and keeps the leases of all that it holds meanwhile.</summary>
    /// <exception cref="LeaseLostException">They could not be renewed in time: other nodes may take its letters any moment.</exception>
    public Task HoldAsync(string worker, Func<CancellationToken, Task> work, CancellationToken cancellation) => Heartbeat.DuringAsync(node.Lease, async beat =>
    {
        var until = time.GetUtcNow() + node.Lease;
        await using var db = await archive.CreateDbContextAsync(beat);
        // Often it holds none. Whether one of them was lost is asked of each just before it goes.
        await db.Deliveries.Where(delivery => delivery.LeaseOwner == worker && delivery.State == DeliveryState.Claimed).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.LeaseUntil, until), beat);
        return true;
    }, work, time, cancellation);

    /// <summary>Asked just before letters are handed over: extends their leases and counts the attempts.</summary>
    /// <returns>The deliveries that may go. Of the others the lease was lost, or the subscriber left; they must not be sent.</returns>
    public async Task<IReadOnlySet<long>> BeginAsync(IReadOnlyCollection<Delivery> deliveries, string worker, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var (now, ids) = (time.GetUtcNow(), deliveries.Select(delivery => delivery.Id).ToArray());
        var (until, held) = (now + node.Lease, Held(db, ids, worker).Where(one => one.LeaseUntil > now));
        var begun = await held.ExecuteUpdateAsync(set => set.SetProperty(one => one.LeaseUntil, until).SetProperty(one => one.Attempts, one => one.Attempts + 1), cancellation);
        return begun == ids.Length ? ids.ToHashSet() : await Held(db, ids, worker).Where(one => one.LeaseUntil == until).Select(one => one.Id).ToHashSetAsync(cancellation);
    }

    /// <summary>Notes letters that a mail server took, and clears what was counted of subscribers whose letters arrive.</summary>
    public async Task SentAsync(IReadOnlyCollection<Delivery> deliveries, string worker, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await EndAsync(Held(db, [.. deliveries.Select(delivery => delivery.Id)], worker), DeliveryState.Sent, reason: null, cancellation);
        await BounceCount.ClearAsync(db, deliveries, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Ends a delivery. What did not reach her may come in a later letter.</summary>
    /// <param name="reason">In Dutch; null if there is nothing to say.</param>
    public async Task SettleAsync(Delivery delivery, string worker, DeliveryState state, string? reason, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await EndAsync(Held(db, [delivery.Id], worker), state, reason, cancellation) == 1 && state is not (DeliveryState.Sent or DeliveryState.Empty))
        {
            await TakeBackAsync(db, delivery, cancellation);
            await BounceCount.AddAsync(db, delivery, state, time.GetUtcNow(), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Something came back of a letter that a mail server took. Told twice, it counts once.</summary>
    /// <returns>False if that was known already, or she is gone.</returns>
    public async Task<bool> BounceAsync(long subscriber, long digest, DeliveryState state, string reason, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = db.Deliveries.Where(one => one.SubscriberId == subscriber && one.DigestId == digest && (one.State == DeliveryState.Sent || (one.State == DeliveryState.SoftBounced && state == DeliveryState.HardBounced)));
        if (await row.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } delivery || await EndAsync(row, state, reason, cancellation) == 0)
            return false;
        await TakeBackAsync(db, delivery, cancellation);
        await BounceCount.AddAsync(db, delivery, state, time.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Lets deliveries wait, because a server asked for patience.</summary>
    /// <param name="uncounted">Whether the attempt that was begun for them does not count: no server saw them.</param>
    public async Task PostponeAsync(IReadOnlyCollection<Delivery> deliveries, string worker, DateTimeOffset until, string? reason, bool uncounted, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await FreeAsync(Held(db, [.. deliveries.Select(delivery => delivery.Id)], worker), set =>
        {
            set.SetProperty(one => one.NextAttemptAt, until).SetProperty(one => one.Reason, reason);
            if (uncounted)
                set.SetProperty(one => one.Attempts, one => one.Attempts - 1);
        }, cancellation);
    }

    /// <summary>Lets everything that waits for a receiving domain wait longer.</summary>
    /// <param name="domain">Without the <c>@</c>.</param>
    /// <param name="reason">In Dutch; null keeps what is there.</param>
    public async Task PostponeDomainAsync(string domain, DateTimeOffset until, string? reason, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var ending = "@" + domain;
        await db.Deliveries.Where(one => one.State == DeliveryState.Waiting && one.NextAttemptAt < until && one.Subscriber!.Email.EndsWith(ending))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, until).SetProperty(one => one.Reason, one => reason ?? one.Reason), cancellation);
    }

    /// <summary>Lets go of whatever a worker still holds, because it stops: others may take it up at once.</summary>
    public async Task ReleaseAsync(string worker)
    {
        await using var db = await archive.CreateDbContextAsync();
        await FreeAsync(db.Deliveries.Where(delivery => delivery.LeaseOwner == worker && delivery.State == DeliveryState.Claimed), change: null, CancellationToken.None);
    }

    /// <summary>Lets go of some deliveries that a worker still holds.</summary>
    public async Task ReleaseAsync(IReadOnlyCollection<Delivery> deliveries, string worker)
    {
        await using var db = await archive.CreateDbContextAsync();
        await FreeAsync(Held(db, [.. deliveries.Select(delivery => delivery.Id)], worker), change: null, CancellationToken.None);
    }

    /// <summary>Takes back what nodes on this machine held when they were killed, so that a restart need not wait for their leases to lapse.</summary>
    /// <param name="isRunning">Whether a process with this id, other than this one, runs on this machine.</param>
    public async Task ReleaseOrphansAsync(Func<int, bool> isRunning, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var owners = await db.Deliveries.Where(delivery => delivery.State == DeliveryState.Claimed && delivery.LeaseOwner != null).Select(delivery => delivery.LeaseOwner!).Distinct().ToListAsync(cancellation);
        var dead = owners.Where(owner => HarvestOptions.ProcessOnThisMachine(owner) is { } process && !isRunning(process)).ToList();
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

    private static IQueryable<Delivery> Held(KioskDb db, long[] ids, string worker) =>
        db.Deliveries.Where(delivery => EF.Parameter(ids).Contains(delivery.Id) && delivery.State == DeliveryState.Claimed && delivery.LeaseOwner == worker);

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
