using System.Diagnostics;
using Kiosk.Ingest.Fetching;
using Kiosk.Testing;
using Microsoft.Extensions.Options;

namespace Kiosk.Ingest.Tests.Fetching;

public sealed class HostGateTests
{
    [Fact]
    public async Task One_request_to_a_host_at_a_time_and_other_hosts_go_on()
    {
        var gate = Gate(0);
        var first = await gate.EnterAsync("example.nl", null, default);
        var second = gate.EnterAsync("EXAMPLE.nl", null, default);
        (await gate.EnterAsync("elders.nl", null, default)).Dispose();

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Two_requests_to_a_host_are_the_gap_apart()
    {
        var gate = Gate(0.3);
        (await gate.EnterAsync("example.nl", null, default)).Dispose();
        var watch = Stopwatch.StartNew();

        (await gate.EnterAsync("example.nl", null, default)).Dispose();

        Assert.True(watch.ElapsedMilliseconds >= 250);
    }

    [Fact]
    public async Task A_server_of_ones_own_is_not_made_to_wait_for()
    {
        var gate = Gate(600);
        (await gate.EnterAsync("intranet.example", null, default, isOwn: true)).Dispose();
        using var second = await gate.EnterAsync("intranet.example", null, default, isOwn: true).WaitAsync(Hang.After, TestContext.Current.CancellationToken);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task Whoever_gives_up_blocks_nobody()
    {
        var gate = Gate(0);
        using var gone = new CancellationTokenSource();
        var first = await gate.EnterAsync("example.nl", null, default);
        var second = gate.EnterAsync("example.nl", null, gone.Token);
        var third = gate.EnterAsync("example.nl", null, default);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        first.Dispose();
        (await third).Dispose();

        Assert.Equal(0, gate.Count);
    }

    [Fact]
    public async Task Whoever_gives_up_during_the_pause_leaves_the_gate_open()
    {
        var gate = Gate(0.5);
        (await gate.EnterAsync("example.nl", null, default)).Dispose();
        using var gone = new CancellationTokenSource(20);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.EnterAsync("example.nl", null, gone.Token));
        (await gate.EnterAsync("example.nl", null, default)).Dispose();
    }

    [Fact]
    public async Task Never_two_inside_under_load_and_nothing_is_remembered_after()
    {
        var gate = Gate(0);
        var inside = 0;
        var most = 0;

        await Parallel.ForAsync(0, 2000, async (i, cancellationToken) =>
        {
            using (await gate.EnterAsync("host" + (i % 3 == 0 ? "" : "-" + i), null, cancellationToken))
            {
                if (i % 3 != 0)
                    return;
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
            }
        });

        Assert.Equal((1, 0), (most, gate.Count));
    }

    private static HostGate Gate(double gapSeconds) => new(Options.Create(new FetchOptions { HostGapSeconds = gapSeconds }), TimeProvider.System);
}
