using System.Threading.Channels;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>
/// Claims deliveries and composes their letters for one worker, a batch ahead of those who hand them over. A domain that had enough letters for now gets the rest when its
/// next turn comes.
/// </summary>
internal sealed partial class LetterSupply(
    IDbContextFactory<KioskDb> archive, DeliveryQueue queue, DigestPoolReader pools, LetterComposer composer, DomainPace pace, TimeProvider time, string worker, ILogger logger)
{
    public const int BatchSize = 50;

    /// <summary>Batches that may be claimed anew because somebody left at that very moment.</summary>
    private const int MostBroken = 55;

    /// <summary>A round waits for a domain's next turn no longer than this; the next round will.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(61);

    private readonly Dictionary<long, DigestPool> _pools = [];
    private DateTimeOffset? _nextTurn;
    private int _broken;

    /// <summary>Supplies letters until there are no more. Completes the channel, with what went wrong if something did.</summary>
    /// <param name="wanted">The digests of which letters go now; null: all.</param>
    public async Task RunAsync(Func<CancellationToken, Task<IReadOnlyCollection<long>?>> wanted, ChannelWriter<(Delivery Delivery, DigestLetter Letter)> letters, CancellationToken cancellation)
    {
        try
        {
            do
            {
                _nextTurn = null;
                while (await queue.ClaimAsync(worker, BatchSize, await wanted(cancellation), cancellation) is { } batch)
                {
                    foreach (var group in (await TurnsAsync(batch, cancellation)).GroupBy(delivery => delivery.DigestId))
                        await ComposeAsync([.. group], await PoolAsync(group.Key, cancellation), letters, cancellation);
                }
            }
            while (await NextTurnAsync(cancellation));
            letters.Complete();
        }
        catch (Exception problem)
        {
            letters.Complete(problem);
        }
    }

    private async Task ComposeAsync(IReadOnlyList<Delivery> batch, DigestPool pool, ChannelWriter<(Delivery Delivery, DigestLetter Letter)> letters, CancellationToken cancellation)
    {
        IReadOnlyList<(Delivery, DigestLetter)> composed;
        try
        {
            composed = await composer.ComposeAsync(batch, worker, pool, cancellation);
        }
        catch (DbUpdateException problem)
        {
            // Somebody left at this very moment: the rest of the batch is claimed anew.
            LogBroken(problem.Message);
            await queue.ReleaseAsync(batch, worker);
            if (++_broken > MostBroken)
                throw;
            return;
        }

        foreach (var letter in composed)
            await letters.WriteAsync(letter, cancellation);
    }

    /// <summary>Takes the turns of letters at their domains. Those whose domain had enough for now, or is left in peace, wait.</summary>
    /// <returns>Those that may go.</returns>
    private async Task<List<Delivery>> TurnsAsync(IReadOnlyList<Delivery> batch, CancellationToken cancellation)
    {
        var turns = batch.Select(delivery => (Delivery: delivery, Domain: LetterSending.DomainOf(delivery.Subscriber!.Email))).Select(one => (one.Delivery, one.Domain, Until: pace.Take(one.Domain))).ToList();
        foreach (var group in turns.Where(one => one.Until is not null).GroupBy(one => (one.Domain, Until: one.Until!.Value)))
        {
            if (_nextTurn is null || group.Key.Until < _nextTurn)
                _nextTurn = group.Key.Until;
            foreach (var alike in group.GroupBy(one => one.Delivery.Reason))
                await queue.PostponeAsync([.. alike.Select(one => one.Delivery)], worker, group.Key.Until, alike.Key, uncounted: false, cancellation);
            await queue.PostponeDomainAsync(group.Key.Domain, group.Key.Until, reason: null, cancellation);
        }

        return [.. turns.Where(one => one.Until is null).Select(one => one.Delivery)];
    }

    /// <returns>False if no domain's turn comes soon.</returns>
    private async Task<bool> NextTurnAsync(CancellationToken cancellation)
    {
        if (_nextTurn is not { } next || next - time.GetUtcNow() is var wait && wait > LongestWait)
            return false;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellation);
        return true;
    }

    private async Task<DigestPool> PoolAsync(long digestId, CancellationToken cancellation)
    {
        if (_pools.TryGetValue(digestId, out var known))
            return known;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return _pools[digestId] = await pools.ReadAsync(db, await db.Digests.AsNoTracking().SingleAsync(digest => digest.Id == digestId, cancellation), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Letters of the digest were let go and are claimed anew: {Problem}")]
    private partial void LogBroken(string problem);
}
