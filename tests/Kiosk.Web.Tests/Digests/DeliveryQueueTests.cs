using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Ingest.Harvesting;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tests.Digests;

public sealed class DeliveryQueueTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly DateTimeOffset Seven = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_day_is_planned_once_for_whom_it_concerns(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await SubscribeAsync(archive, "week", "maand", "woensdag", "later", "onbevestigd", "pauze", "terug", "gestopt");
        await ChangeAsync(archive, "maand", one => one.Rhythm = Rhythm.Maand);
        await ChangeAsync(archive, "woensdag", one => one.Weekday = DayOfWeek.Wednesday);
        await ChangeAsync(archive, "later", one => one.ConsentedAt = Seven.AddMinutes(1));
        await ChangeAsync(archive, "onbevestigd", one => one.ConsentedAt = null);
        await ChangeAsync(archive, "pauze", one => one.PausedUntil = Tuesday.AddDays(1));
        await ChangeAsync(archive, "terug", one => one.PausedUntil = Tuesday);
        await ChangeAsync(archive, "gestopt", one => one.StoppedAt = Seven);
        var plan = new DeliveryPlan(archive.Factory, new ManualTime(Seven));
        await plan.PlanAsync(Tuesday, Seven, Seven, None);
        await plan.PlanAsync(Tuesday, Seven, Seven, None);
        Assert.Equal(["terug", "week"], await PlannedAsync(archive));
        await plan.PlanAsync(new DateOnly(2026, 12, 1), Seven, Seven, None);
        Assert.Equal(["maand", "pauze", "terug", "terug", "week", "week"], await PlannedAsync(archive));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Workers_that_claim_at_the_same_moment_never_get_the_same(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await SubscribeAsync(archive, [.. Enumerable.Range(0, 40).Select(number => $"lezer{number}")]);
        await PlannedAsync(archive, Seven);
        var queues = Enumerable.Range(0, 4).Select(node => Queue(archive, $"node:{node}", Seven)).ToList();
        var claimed = await Task.WhenAll(queues.Select(queue => Task.Run(async () =>
        {
            var mine = new List<long>();
            while (await queue.ClaimAsync(queue.NewWorker(), 7, digests: null, None) is { } batch)
                mine.AddRange(batch.Select(delivery => delivery.Id));
            return mine;
        })));
        var all = claimed.SelectMany(ids => ids).ToList();
        Assert.Equal(40, all.Count);
        Assert.Equal(40, all.Distinct().Count());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_lapsed_lease_is_taken_over_and_its_first_holder_may_not_send(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await SubscribeAsync(archive, "noor");
        await PlannedAsync(archive, Seven);
        var time = new ManualTime(Seven);
        var (first, second) = (Queue(archive, "een:1", time), Queue(archive, "twee:1", time));
        var held = Assert.Single((await first.ClaimAsync("een:1/1", 5, null, None))!);
        Assert.Null(await second.ClaimAsync("twee:1/1", 5, null, None));
        time.Advance(new HarvestOptions().Lease + TimeSpan.FromSeconds(1));
        Assert.Empty(await first.BeginAsync([held], "een:1/1", None));
        var taken = Assert.Single((await second.ClaimAsync("twee:1/1", 5, null, None))!);
        Assert.Equal([taken.Id], await second.BeginAsync([taken], "twee:1/1", None));
        await first.SettleAsync(held, "een:1/1", DeliveryState.GivenUp, "Van een ander.", None);
        await second.SentAsync([taken], "twee:1/1", None);
        var row = await OneAsync(archive);
        Assert.Equal((DeliveryState.Sent, 1, null), (row.State, row.Attempts, row.LeaseOwner));
        Assert.Null(await second.ClaimAsync("twee:1/2", 5, null, None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_letter_that_waits_for_its_turn_or_a_slow_server_stays_with_its_worker_until_that_falls_silent(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await SubscribeAsync(archive, "noor");
        await PlannedAsync(archive, Seven);
        var (time, lease, hand) = (new SteppedTime(Seven), new HarvestOptions().Lease, new TaskCompletionSource());
        var (first, second) = (Queue(archive, "een:1", time), Queue(archive, "twee:1", time));
        var held = Assert.Single((await first.ClaimAsync("een:1/1", 5, null, None))!);
        var sending = first.HoldAsync("een:1/1", token => hand.Task.WaitAsync(token), None);
        for (var beat = 1; beat <= 9; beat++)
        {
            time.Advance(lease / 3);
            var until = time.GetUtcNow() + lease;
            await time.SettledAsync(lease / 3);
            Assert.Equal(until, (await OneAsync(archive)).LeaseUntil);
            Assert.Null(await second.ClaimAsync("twee:1/1", 5, null, None));
        }

        Assert.Equal([held.Id], await first.BeginAsync([held], "een:1/1", None));
        hand.SetResult();
        await sending;
        time.Advance(lease + TimeSpan.FromSeconds(1));
        Assert.Single((await second.ClaimAsync("twee:1/1", 5, null, None))!);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_a_killed_process_held_is_free_at_once_but_not_what_a_running_one_holds(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await SubscribeAsync(archive, "dood", "levend");
        await PlannedAsync(archive, Seven);
        var (dead, alive) = ($"{Environment.MachineName}:999999/1", $"{Environment.MachineName}:{Environment.ProcessId}/1");
        var queue = Queue(archive, "node:1", Seven);
        Assert.Single((await queue.ClaimAsync(dead, 1, null, None))!);
        Assert.Single((await queue.ClaimAsync(alive, 1, null, None))!);
        await queue.ReleaseOrphansAsync(process => process == Environment.ProcessId, None);
        Assert.Single((await queue.ClaimAsync("node:1/2", 5, null, None))!);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_postponed_delivery_waits_its_time(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await SubscribeAsync(archive, "noor");
        await PlannedAsync(archive, Seven);
        var time = new ManualTime(Seven);
        var queue = Queue(archive, "node:1", time);
        var held = Assert.Single((await queue.ClaimAsync("node:1/1", 5, null, None))!);
        await queue.PostponeAsync([held], "node:1/1", Seven.AddMinutes(10), "De server vraagt geduld.", uncounted: false, None);
        Assert.Null(await queue.ClaimAsync("node:1/1", 5, null, None));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("De server vraagt geduld.", Assert.Single((await queue.ClaimAsync("node:1/1", 5, null, None))!).Reason);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_too_late_ends_and_its_news_may_come_in_a_later_letter(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await SubscribeAsync(archive, "noor");
        await PlannedAsync(archive, Seven);
        var before = Seven.AddDays(-7);
        await using (var db = archive.Open())
        {
            var source = Sample.Source();
            db.Add(source);
            await db.SaveChangesAsync(None);
            var (article, delivery, noor) = (Sample.Article(source.Id), await db.Deliveries.SingleAsync(None), await db.Subscribers.SingleAsync(None));
            db.Add(article);
            await db.SaveChangesAsync(None);
            (delivery.CoversFrom, delivery.ComposedAt, noor.CoveredUntil) = (before, Seven, Seven);
            db.Add(new DeliveryPiece { SubscriberId = noor.Id, ArticleId = article.Id, DigestId = delivery.DigestId });
            await db.SaveChangesAsync(None);
        }

        var queue = Queue(archive, "node:1", Seven.AddHours(37));
        Assert.Equal(1, await queue.ExpireAsync(Seven.AddHours(1), None));
        Assert.Null(await queue.ClaimAsync("node:1/1", 5, null, None));
        await using var after = archive.Open();
        Assert.Equal(DeliveryState.TooLate, (await after.Deliveries.SingleAsync(None)).State);
        Assert.Empty(await after.DeliveryPieces.ToListAsync(None));
        Assert.Equal(before, (await after.Subscribers.SingleAsync(None)).CoveredUntil);
    }

    private static DeliveryQueue Queue(TestArchive archive, string node, DateTimeOffset now) => Queue(archive, node, new ManualTime(now));

    private static DeliveryQueue Queue(TestArchive archive, string node, TimeProvider time) => new(archive.Factory, new HarvestOptions { Node = node }, time);

    private static async Task SubscribeAsync(TestArchive archive, params string[] names)
    {
        await using var db = archive.Open();
        db.AddRange(names.Select(name => new Subscriber { Email = name + "@gemeente.example", AskedAt = Seven.AddDays(-30), ConsentedAt = Seven.AddDays(-30) }));
        await db.SaveChangesAsync(None);
    }

    private static async Task ChangeAsync(TestArchive archive, string name, Action<Subscriber> change)
    {
        await using var db = archive.Open();
        change(await db.Subscribers.SingleAsync(one => one.Email == name + "@gemeente.example", None));
        await db.SaveChangesAsync(None);
    }

    private static Task<Digest> PlannedAsync(TestArchive archive, DateTimeOffset now) => new DeliveryPlan(archive.Factory, new ManualTime(now)).PlanAsync(Tuesday, now, now, None);

    private static async Task<List<string>> PlannedAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        var emails = await db.Deliveries.Select(delivery => delivery.Subscriber!.Email).ToListAsync(None);
        return [.. emails.Select(email => email.Split('@')[0]).Order(StringComparer.Ordinal)];
    }

    private static async Task<Delivery> OneAsync(TestArchive archive)
    {
        await using var db = archive.Open();
        return await db.Deliveries.AsNoTracking().SingleAsync(None);
    }
}
