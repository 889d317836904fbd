namespace Kiosk.Ingest.Archiving;

/// <summary>
/// Lets one of what harvests write at a time, in order of arrival. SQLite takes one writer at once anyway: who waits for its lock sleeps with a thread in longer and longer naps, and
/// who waits here does neither.
/// </summary>
public sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Waits for one's turn. Dispose what comes back to let in the next; who holds a turn must not ask for another.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Held(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
