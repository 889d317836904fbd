using Kiosk.Ingest.Harvesting;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>Rounds begin while others still wait for a slow host.</summary>
public sealed class OverlappingRoundTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_that_takes_long_holds_up_no_other_round()
    {
        await using var bench = await HarvestBench.StartAsync();
        var slow = SlowFeed.At(bench.Server, "/traag.xml");
        bench.Server.Serve("/vlot.xml", Rss.Feed(), Rss.Type);
        await bench.AddSourceAsync("/traag.xml");
        var waiting = bench.HarvestAsync();
        await slow.Asked;
        var other = await bench.AddSourceAsync("/vlot.xml", source => source.Url = $"http://localhost:{bench.Server.Address.Port}/vlot.xml");
        var visit = Assert.Single(await bench.Round.RunDueAsync(visited: null, Cancellation));
        Assert.Equal(other.Id, visit.SourceId);
        slow.Answer();
        Assert.Single(await waiting);
    }

    [Fact]
    public async Task A_round_that_ends_leaves_a_host_to_the_round_that_is_busy_with_it()
    {
        await using var elsewhere = await LoopbackServer.StartAsync();
        await using var bench = await HarvestBench.StartAsync(settings: ("AllowedPrivateHosts", elsewhere.Host));
        var (slow, busy) = (SlowFeed.At(elsewhere, "/traag.xml"), SlowFeed.At(bench.Server, "/bezig.xml"));
        bench.Server.Serve("/vlot.xml", Rss.Feed(), Rss.Type);
        bench.Server.Serve("/later.xml", Rss.Feed(), Rss.Type);
        await bench.AddSourceAsync("/vlot.xml");
        await bench.AddSourceAsync("/traag.xml", source => source.Url = elsewhere.Url("/traag.xml"));
        var first = bench.HarvestAsync();
        await slow.Asked;

        await bench.AddSourceAsync("/bezig.xml");
        var second = new List<Task<IReadOnlyList<Visit>>>();
        while (!busy.Asked.IsCompleted)
        {
            // Until the first is done with this host.
            second.Add(bench.Round.RunDueAsync(visited: null, Cancellation));
            await Task.WhenAny(busy.Asked, Task.Delay(20, Cancellation));
        }

        slow.Answer();
        Assert.Equal(2, (await first).Count);
        await bench.AddSourceAsync("/later.xml");
        Assert.Empty(await bench.Round.RunDueAsync(visited: null, Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        busy.Answer();
        Assert.Single((await Task.WhenAll(second)).SelectMany(visits => visits));
    }

    /// <summary>A feed that lets whoever asks wait until it may answer.</summary>
    private sealed class SlowFeed
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public static SlowFeed At(LoopbackServer server, string path)
        {
            var feed = new SlowFeed();
            server.Map(path, async context =>
            {
                feed._asked.TrySetResult();
                await feed._answer.Task;
                await context.Response.WriteAsync(Rss.Feed(), Cancellation);
            });
            return feed;
        }

        public void Answer() => _answer.SetResult();
    }
}
