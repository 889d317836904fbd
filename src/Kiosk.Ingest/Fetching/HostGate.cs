using Microsoft.Extensions.Options;

namespace Kiosk.Ingest.Fetching;

/// <summary>Lets in one request to a host at a time, with a pause between two, whichever sources they are for.</summary>
public sealed class HostGate(IOptions<FetchOptions> options, TimeProvider time)
{
    private static readonly TimeSpan LongestCrawlDelay = TimeSpan.FromSeconds(30);

    /// <summary>A longer rest is kept by the schedule of the source that was told so.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = time;
    private readonly TimeSpan _gap = TimeSpan.FromSeconds(options.Value.HostGapSeconds);
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _access = new();

    /// <summary>Hosts that are remembered; for tests and measurement.</summary>
    internal int Count
    {
        get
        {
            lock (_access)
                return _hosts.Count;
        }
    }

    /// <summary>Waits for one's turn. Dispose what comes back to let in the next.</summary>
    /// <param name="host">The host name of the address, in any letter case.</param>
    /// <param name="crawlDelay">The pause that the host itself asks for; half a minute at most is kept. Null if it asks for none.</param>
    /// <param name="cancellationToken">Gives up the place in the line.</param>
    /// <param name="isOwn">True for a server of the operator's own, which needs no pause.</param>
    public async Task<IDisposable> EnterAsync(string host, TimeSpan? crawlDelay, CancellationToken cancellationToken, bool isOwn = false)
    {
        ArgumentNullException.ThrowIfNull(host);
        var entry = Join(host);
        try
        {
            await entry.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(host, entry);
            throw;
        }

        var turn = new Turn(this, host, entry, isOwn ? TimeSpan.Zero : Gap(crawlDelay));
        try
        {
            var pause = entry.NextStart - _time.GetUtcNow();
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, _time, cancellationToken);
            return turn;
        }
        catch
        {
            turn.GiveBack();
            throw;
        }
    }

    /// <summary>Lets the host be for as long as it asks; an hour at most.</summary>
    public void Rest(string host, TimeSpan asked)
    {
        ArgumentNullException.ThrowIfNull(host);
        var until = _time.GetUtcNow() + (asked < LongestRest ? asked : LongestRest);
        lock (_access)
        {
            if (!_hosts.TryGetValue(host, out var entry))
                _hosts[host] = entry = new Host();
            entry.RestsUntil = until;
        }
    }

    /// <summary>How long the host still asks to be left alone; null if it does not.</summary>
    public TimeSpan? RestOf(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        lock (_access)
            return _hosts.TryGetValue(host, out var entry) && entry.RestsUntil - _time.GetUtcNow() is { Ticks: > 0 } rest ? rest : null;
    }

    private TimeSpan Gap(TimeSpan? crawlDelay) =>
        crawlDelay is not { } asked || asked < _gap ? _gap : asked < LongestCrawlDelay ? asked : LongestCrawlDelay;

    private Host Join(string host)
    {
        lock (_access)
        {
            ForgetRested();
            if (!_hosts.TryGetValue(host, out var entry))
                _hosts[host] = entry = new Host();
            entry.Waiting++;
            return entry;
        }
    }

    private void Leave(string host, Host entry)
    {
        lock (_access)
        {
            entry.Waiting--;
            if (entry.IsForgettable(_time.GetUtcNow()))
                _hosts.Remove(host);
        }
    }

    /// <summary>A host that nobody waits for is remembered only until its pause and its rest are over.</summary>
    private void ForgetRested()
    {
        var now = _time.GetUtcNow();
        foreach (var (host, entry) in _hosts)
        {
            if (entry.IsForgettable(now))
                _hosts.Remove(host);
        }
    }

    private sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Waiting { get; set; }

        public DateTimeOffset NextStart { get; set; }

        public DateTimeOffset RestsUntil { get; set; }

        public bool IsForgettable(DateTimeOffset now) => Waiting == 0 && NextStart <= now && RestsUntil <= now;
    }

    private sealed class Turn(HostGate gate, string host, Host entry, TimeSpan gap) : IDisposable
    {
        private bool _over;

        public void Dispose()
        {
            if (_over)
                return;
            lock (gate._access)
                entry.NextStart = gate._time.GetUtcNow() + gap;
            GiveBack();
        }

        public void GiveBack()
        {
            _over = true;
            entry.Turn.Release();
            gate.Leave(host, entry);
        }
    }
}
