using Kiosk.Data;
using Kiosk.Ingest.Archiving;
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
            Task.Run(() => new SourceClaims(bench.Archive.Factory, new WriteTurn(), new HarvestOptions { Node = $"node-{number}" }, bench.Time).ClaimAsync(source.Id, onlyIfDue: true, Cancellation))));
        Assert.Single(claims, claim => claim is not null);
    }

    [Fact]
    public async Task A_lease_that_lapsed_may_be_taken_over_and_the_first_node_then_writes_nothing()
    {
        await using var bench = await HarvestBench.StartAsync();
        var source = await bench.AddSourceAsync("/feed.xml");
        var other = new SourceClaims(bench.Archive.Factory, new WriteTurn(), new HarvestOptions { Node = "node-2" }, bench.Time);
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
        Assert.Equal("node-2/1", (await bench.SourceAsync(source.Id)).LeaseOwner);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_visit_that_takes_ten_times_the_lease_is_taken_over_by_nobody(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        var time = new SteppedTime(bench.Time.GetUtcNow());
        var (options, visit) = (new HarvestOptions { Node = "node-1" }, new TaskCompletionSource<string>());
        var (claims, other) = (new SourceClaims(bench.Archive.Factory, new WriteTurn(), options, time), new SourceClaims(bench.Archive.Factory, new WriteTurn(), options with { Node = "node-2" }, time));
        var source = await claims.ClaimAsync((await bench.AddSourceAsync("/feed.xml")).Id, onlyIfDue: true, Cancellation);
        var held = claims.HoldAsync(source!, token => visit.Task.WaitAsync(token), Cancellation);
        for (var beat = 1; beat <= 30; beat++)
        {
            time.Advance(options.Lease / 3);
            var until = time.GetUtcNow() + options.Lease;
            await time.SettledAsync(options.Lease / 3);
            Assert.Equal(until, (await bench.SourceAsync(source!.Id)).LeaseUntil);
            Assert.Null(await other.ClaimAsync(source!.Id, onlyIfDue: true, Cancellation));
        }

        visit.SetResult("klaar");
        Assert.Equal("klaar", await held);
        time.Advance(options.Lease + TimeSpan.FromSeconds(1));
        Assert.NotNull(await other.ClaimAsync(source!.Id, onlyIfDue: true, Cancellation));
    }

    [Fact]
    public async Task A_visit_that_lost_its_lease_goes_on_under_no_later_one_of_its_own_node()
    {
        await using var bench = await HarvestBench.StartAsync();
        var time = new SteppedTime(bench.Time.GetUtcNow());
        var claims = new SourceClaims(bench.Archive.Factory, new WriteTurn(), new HarvestOptions { Node = "node-1" }, time);
        var id = (await bench.AddSourceAsync("/feed.xml")).Id;
        var slow = await claims.ClaimAsync(id, onlyIfDue: true, Cancellation);
        time.Advance(new HarvestOptions().Lease + TimeSpan.FromSeconds(1));
        var later = await claims.ClaimAsync(id, onlyIfDue: true, Cancellation);
        await using var db = bench.Archive.Open();
        Assert.False(await claims.ExtendAsync(db, slow!, Cancellation));
        Assert.True(await claims.ExtendAsync(db, later!, Cancellation));
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
