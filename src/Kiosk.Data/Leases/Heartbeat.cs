namespace Kiosk.Data.Leases;

/// <summary>
/// Keeps a lease while something is done under it, however long that takes: renews it three times in its length, and breaks the work off before the lease
/// ends if it could not be renewed. Whoever writes afterwards still asks in the same transaction whether the lease is its own.
/// </summary>
/// <remarks>See docs/notes/leases.md.</remarks>
public static class Heartbeat
{
    private const int BeatsALease = 3;

    /// <summary>An answer that did not come is asked for again after this part of the lease.</summary>
    private const int RetryParts = 30;

    /// <summary>This part of the lease before its end work stops: for what is under way to break off, and since clocks of nodes differ a little.</summary>
    private const int MarginParts = 9;

    /// <summary>Does work under a lease that was taken just now.</summary>
    /// <param name="lease">How long it lasts from each renewal on.</param>
    /// <param name="renew">Renews it from now on; false if it is somebody else's. May throw if the archive does not answer: it is asked again.</param>
    /// <param name="work">Is cancelled when the lease was lost.</param>
    /// <param name="time">By which leases are counted.</param>
    /// <param name="cancellation">Of who wants the work.</param>
    /// <returns>What the work gave; then nothing renews the lease any more.</returns>
    /// <exception cref="LeaseLostException">The work was broken off because the lease was taken over, or could not be renewed in time.</exception>
    public static async Task<T> DuringAsync<T>(
        TimeSpan lease, Func<CancellationToken, Task<bool>> renew, Func<CancellationToken, Task<T>> work, TimeProvider time, CancellationToken cancellation)
    {
        using var lost = new CancellationTokenSource(Held(lease), time);
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lost.Token);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(working.Token);
        var beats = BeatAsync(lease, renew, lost, time, ended.Token);
        try
        {
            return await work(working.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            await ended.CancelAsync();
            throw new LeaseLostException(await beats);
        }
        finally
        {
            await ended.CancelAsync();
            await beats;
        }
    }

    /// <inheritdoc cref="DuringAsync{T}"/>
    public static Task DuringAsync(TimeSpan lease, Func<CancellationToken, Task<bool>> renew, Func<CancellationToken, Task> work, TimeProvider time, CancellationToken cancellation) =>
        DuringAsync(lease, renew, async token =>
        {
            await work(token);
            return true;
        }, time, cancellation);

    /// <returns>Why the last renewal failed; null if it did not.</returns>
    private static async Task<Exception?> BeatAsync(TimeSpan lease, Func<CancellationToken, Task<bool>> renew, CancellationTokenSource lost, TimeProvider time, CancellationToken ended)
    {
        Exception? problem = null;
        while (true)
        {
            await Task.Delay(problem is null ? lease / BeatsALease : lease / RetryParts, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
                return problem;
            var asked = time.GetTimestamp();
            try
            {
                // Not broken off by the end of the work: who does not know whether it was written does not know what stands in the row.
                using var patience = new CancellationTokenSource(lease / MarginParts, time);
                if (!await renew(patience.Token))
                {
                    await lost.CancelAsync();
                    return null;
                }

                // Counted from before it was asked: it may have been written at any time since.
                lost.CancelAfter(Later(Held(lease) - time.GetElapsedTime(asked)));
                problem = null;
            }
            catch (Exception fault)
            {
                // The archive does not answer now. If it goes on so, the lease is given up in time, and says why.
                problem = fault;
            }
        }
    }

    private static TimeSpan Held(TimeSpan lease) => lease - (lease / MarginParts);

    private static TimeSpan Later(TimeSpan left) => left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
