using Kiosk.Data;
using Kiosk.Ingest.Harvesting;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Harvesting;

public sealed class LeaseTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_many_nodes_one_gets_the_source(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        var source = await bench.AddSourceAsync("/feed.xml");
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            Task.Run(() => new SourceClaims(bench.Archive.Factory, new HarvestOptions { Node = $"node-{number}" }, bench.Time).ClaimAsync(source.Id, onlyIfDue: true, Cancellation))));
        Assert.Single(claims, claim => claim is not null);
    }

    [Fact]
    public async Task A_lease_that_lapsed_may_be_taken_over_and_the_first_node_then_writes_nothing()
    {
        await using var bench = await HarvestBench.StartAsync();
        var source = await bench.AddSourceAsync("/feed.xml");
        var other = new SourceClaims(bench.Archive.Factory, new HarvestOptions { Node = "node-2" }, bench.Time);
        var taken = false;
        bench.Server.Map("/feed.xml", async context =>
        {
            // While the first node waits for the answer, its lease lapses and the second takes over.
            bench.Time.Advance(TimeSpan.FromMinutes(6));
            taken = await other.ClaimAsync(source.Id, onlyIfDue: true, Cancellation) is not null;
            await context.Response.WriteAsync(Rss.Feed(Rss.Item("Te laat", "https://bron.example/1")), Cancellation);
        });
        await bench.HarvestAsync();
        Assert.True(taken);
        Assert.Empty(await bench.ArticlesAsync());
        await using var db = bench.Archive.Open();
        Assert.Empty(await db.HarvestRuns.ToListAsync(Cancellation));
        Assert.Equal("node-2", (await bench.SourceAsync(source.Id)).LeaseOwner);
    }

    [Fact]
    public async Task A_source_that_another_node_holds_is_not_visited()
    {
        await using var bench = await HarvestBench.StartAsync();
        await bench.AddSourceAsync("/feed.xml", source => (source.LeaseOwner, source.LeaseUntil) = ("node-2", bench.Time.GetUtcNow().AddHours(3)));
        Assert.Empty(await bench.HarvestAsync());
    }

    [Fact]
    public async Task Stopping_lets_the_source_go_so_that_it_is_due_at_once()
    {
        await using var bench = await HarvestBench.StartAsync();
        var source = await bench.AddSourceAsync("/feed.xml");
        using var stop = new CancellationTokenSource();
        bench.Server.Map("/feed.xml", async _ =>
        {
            await stop.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), Cancellation);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Round.RunDueAsync(visited: null, stop.Token));
        var after = await bench.SourceAsync(source.Id);
        Assert.Equal(((string?)null, source.NextCheckAt, HarvestOutcome.None), (after.LeaseOwner, after.NextCheckAt, after.LastOutcome));
    }

    [Fact]
    public async Task The_leases_of_killed_processes_on_this_machine_are_taken_back_at_once()
    {
        await using var bench = await HarvestBench.StartAsync();
        var until = bench.Time.GetUtcNow().AddMinutes(5);
        var killed = await bench.AddSourceAsync("/1.xml", source => (source.LeaseOwner, source.LeaseUntil) = ($"{Environment.MachineName}:4001", until));
        var alive = await bench.AddSourceAsync("/2.xml", source => (source.LeaseOwner, source.LeaseUntil) = ($"{Environment.MachineName}:4002", until));
        var elsewhere = await bench.AddSourceAsync("/3.xml", source => (source.LeaseOwner, source.LeaseUntil) = ("ander-huis:4001", until));
        Assert.Equal(1, await bench.Claims.ReleaseOrphansAsync(process => process == 4002, Cancellation));
        Assert.Null((await bench.SourceAsync(killed.Id)).LeaseOwner);
        Assert.NotNull((await bench.SourceAsync(alive.Id)).LeaseOwner);
        Assert.NotNull((await bench.SourceAsync(elsewhere.Id)).LeaseOwner);
    }
}
