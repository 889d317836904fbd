using Kiosk.Data.Leases;
using Kiosk.Testing;

namespace Kiosk.Data.Tests.Leases;

public sealed class HeartbeatTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SteppedTime _time = new();
    private readonly TaskCompletionSource<string> _work = new();
    private DateTimeOffset _until;
    private DateTimeOffset? _stopped;
    private int _renewals;

    public HeartbeatTests() => _until = _time.GetUtcNow() + Lease;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_takes_ten_times_the_lease_keeps_it_all_the_while()
    {
        var held = HoldAsync(RenewAsync);
        for (var second = 0; second < 300; second++)
        {
            await StepAsync();
            Assert.True(_time.GetUtcNow() < _until, $"It lapsed after {second} seconds.");
        }

        _work.SetResult("klaar");
        Assert.Equal("klaar", await held);
        Assert.InRange(_renewals, 27, 30);
    }

    [Fact]
    public async Task After_the_work_nothing_renews_any_more()
    {
        var held = HoldAsync(RenewAsync);
        _work.SetResult("klaar");
        await held;
        _time.Advance(Lease * 3);
        Assert.Equal((0, 0), (_renewals, _time.Waiting));
    }

    [Fact]
    public async Task Who_finds_its_lease_with_another_stops_at_once()
    {
        var held = HoldAsync(_ => Task.FromResult(false));
        await Task.Run(() => _time.Advance(Lease / 3), Cancellation);
        await Assert.ThrowsAsync<LeaseLostException>(() => held);
    }

    [Fact]
    public async Task An_archive_that_does_not_answer_for_a_moment_is_asked_again()
    {
        var silent = true;
        var held = HoldAsync(beat => silent ? throw new TimeoutException("stil") : RenewAsync(beat));
        for (var second = 0; second < 100; second++)
        {
            silent = second is > 5 and < 24;
            await StepAsync();
        }

        _work.SetResult("klaar");
        Assert.Equal("klaar", await held);
    }

    [Fact]
    public async Task Work_stops_before_the_lease_ends_if_the_archive_stays_silent_and_says_why()
    {
        var held = HoldAsync(_ => throw new TimeoutException("stil"));
        await PassAsync(held);
        Assert.Equal("stil", (await Assert.ThrowsAsync<LeaseLostException>(() => held)).InnerException?.Message);
        Assert.True(_stopped < _until, "Somebody else could have begun already.");
    }

    [Fact]
    public async Task A_renewal_that_hangs_holds_nothing_up()
    {
        var held = HoldAsync(async beat =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, beat);
            return true;
        });
        await PassAsync(held);
        await Assert.ThrowsAsync<LeaseLostException>(() => held);
        Assert.True(_stopped < _until, "Somebody else could have begun already.");
    }

    [Fact]
    public async Task Who_wants_the_work_no_more_is_not_told_that_a_lease_was_lost()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var held = HoldAsync(RenewAsync, enough.Token);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);
    }

    private Task<string> HoldAsync(Func<CancellationToken, Task<bool>> renew, CancellationToken? cancellation = null) =>
        Heartbeat.DuringAsync(Lease, renew, async token =>
        {
            try
            {
                return await _work.Task.WaitAsync(token);
            }
            finally
            {
                _stopped = _time.GetUtcNow();
            }
        }, _time, cancellation ?? Cancellation);

    private Task<bool> RenewAsync(CancellationToken beat)
    {
        _renewals++;
        _until = _time.GetUtcNow() + Lease;
        return Task.FromResult(true);
    }

    /// <summary>Time goes by until it has ended.</summary>
    private async Task PassAsync(Task held)
    {
        while (!held.IsCompleted)
        {
            await StepAsync();
            await Task.Delay(1, Cancellation);
        }
    }

    /// <summary>A second goes by. On a thread of the pool, where who is woken goes on at once: when it returns, everybody sleeps again or has ended.</summary>
    private Task StepAsync() => Task.Run(() => _time.Advance(Second), Cancellation);
}
