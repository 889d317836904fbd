using Xunit;

namespace Kiosk.Testing;

/// <summary>A clock that stands still until a test moves it, and whose timers go off by it: what waits for minutes takes none.</summary>
public sealed class SteppedTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start;

    public SteppedTime() : this(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Timers that are set now.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _alarms.Count(alarm => alarm.At is not null);
        }
    }

    /// <summary>When the next timer goes off; null if none is set.</summary>
    public DateTimeOffset? NextAlarm
    {
        get
        {
            lock (_lock)
                return _alarms.Min(alarm => alarm.At);
        }
    }

    /// <summary>Waits until the next timer is set to go off after so long: who was woken has done what there was to do, and sleeps again.</summary>
    public async Task SettledAsync(TimeSpan next) =>
        Assert.Equal(GetUtcNow() + next, await Eventually.GetAsync(() => Task.FromResult(NextAlarm), alarm => alarm == GetUtcNow() + next));

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        lock (_lock)
            _alarms.Add(alarm);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves on, and lets every timer go off on its way, in its order and at its moment.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (Next(end) is { } alarm)
            alarm.Ring();
        lock (_lock)
            _now = end;
    }

    private Alarm? Next(DateTimeOffset end)
    {
        lock (_lock)
        {
            var next = _alarms.Where(alarm => alarm.At <= end).MinBy(alarm => alarm.At);
            if (next is null)
                return null;
            _now = next.At > _now ? next.At.Value : _now;
            next.At = next.Period > TimeSpan.Zero ? _now + next.Period : null;
            return next;
        }
    }

    private sealed class Alarm(SteppedTime time, Action ring) : ITimer
    {
        public DateTimeOffset? At { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
                (At, Period) = (dueTime < TimeSpan.Zero ? null : time._now + dueTime, period);
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
                time._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
