using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Ingest.Archiving;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Harvesting;

/// <summary>Shares the sources among nodes: a source is worked on by whoever holds its lease.</summary>
public sealed class SourceClaims(IDbContextFactory<KioskDb> factory, WriteTurn turn, HarvestOptions options, TimeProvider time)
{
    private int _claims;

    /// <summary>Sources that nobody is working on and whose time has come, the longest waiting first.</summary>
    public async Task<List<SourceAddress>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        return await db.Sources.AsNoTracking().Where(Source.IsVisited)
            .Where(source => source.NextCheckAt <= now && (source.LeaseUntil == null || source.LeaseUntil < now))
            .OrderBy(source => source.NextCheckAt).ThenBy(source => source.Id)
            .Select(source => new SourceAddress(source.Id, source.Url))
            .ToListAsync(cancellation);
    }

    /// <summary>Takes the lease of a source; null if somebody else has it, it is gone, or (with <paramref name="onlyIfDue"/>) its time has not come.</summary>
    public async Task<Source?> ClaimAsync(int sourceId, bool onlyIfDue, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var until = now + options.Lease;
        // Each claim has a name of its own: a visit of this very node that lost its lease must not go on under a later one.
        var owner = $"{options.Node}/{Interlocked.Increment(ref _claims)}";
        var free = db.Sources.Where(source => source.Id == sourceId && (source.LeaseUntil == null || source.LeaseUntil < now));
        int claimed;
        using (await turn.TakeAsync(cancellation))
        {
            claimed = await (onlyIfDue ? free.Where(Source.IsVisited).Where(source => source.NextCheckAt <= now) : free)
                .ExecuteUpdateAsync(set => set.SetProperty(source => source.LeaseOwner, owner).SetProperty(source => source.LeaseUntil, until), cancellation);
        }

        return claimed == 0 ? null : await db.Sources.AsNoTracking().Include(source => source.Topics).SingleOrDefaultAsync(source => source.Id == sourceId && source.LeaseOwner == owner, cancellation);
    }

    /// <summary>Works on a claimed source, and keeps its lease meanwhile.</summary>
    /// <exception cref="LeaseLostException">Another node has it, or may have it any moment.</exception>
    public Task<T> HoldAsync<T>(Source claimed, Func<CancellationToken, Task<T>> work, CancellationToken cancellation) => Heartbeat.DuringAsync(options.Lease, async beat =>
    {
        await using var db = await factory.CreateDbContextAsync(beat);
        using var held = await turn.TakeAsync(beat);
        return await ExtendAsync(db, claimed, beat);
    }, work, time, cancellation);

    /// <summary>Extends the lease inside the caller's transaction; false if it was lost, and then the caller must not write.</summary>
    public async Task<bool> ExtendAsync(KioskDb db, Source claimed, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + options.Lease;
        return await Mine(db, claimed).ExecuteUpdateAsync(set => set.SetProperty(source => source.LeaseUntil, until), cancellation) == 1;
    }

    /// <summary>
    /// Takes back what nodes on this machine held when they were killed, so that a restart need not wait for their leases to lapse.
    /// </summary>
    /// <param name="isRunning">Whether a process with this id, other than this one, runs on this machine.</param>
    /// <param name="cancellation">Stops it; leases then lapse by themselves.</param>
    /// <returns>How many sources were freed.</returns>
    public async Task<int> ReleaseOrphansAsync(Func<int, bool> isRunning, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var owners = await db.Sources.Where(source => source.LeaseOwner != null).Select(source => source.LeaseOwner!).Distinct().ToListAsync(cancellation);
        var dead = owners.Where(owner => HarvestOptions.ProcessOnThisMachine(owner) is { } process && !isRunning(process)).ToList();
        return dead.Count == 0 ? 0 : await FreeAsync(db.Sources.Where(source => dead.Contains(source.LeaseOwner!)), cancellation);
    }

    /// <summary>Lets a source go without having checked it, because the node is stopping: it stays due.</summary>
    public async Task ReleaseAsync(Source claimed)
    {
        await using var db = await factory.CreateDbContextAsync();
        using var held = await turn.TakeAsync(CancellationToken.None);
        await FreeAsync(Mine(db, claimed), CancellationToken.None);
    }

    private static IQueryable<Source> Mine(KioskDb db, Source claimed) => db.Sources.Where(source => source.Id == claimed.Id && source.LeaseOwner == claimed.LeaseOwner);

    private static Task<int> FreeAsync(IQueryable<Source> sources, CancellationToken cancellation) => sources.ExecuteUpdateAsync(
        set => set.SetProperty(source => source.LeaseOwner, (string?)null).SetProperty(source => source.LeaseUntil, (DateTimeOffset?)null), cancellation);
}

/// <summary>A source and where it stands, enough to take turns per host.</summary>
public sealed record SourceAddress(int Id, string Url);
