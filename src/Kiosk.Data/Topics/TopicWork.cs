using Kiosk.Data.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>Applies a rule to the whole archive in small transactions, and undoes that. All state is rows: it goes on after a restart, on any node.</summary>
public static class TopicWork
{
    /// <summary>Articles a transaction.</summary>
    public const int AtOnce = 500;

    /// <summary>Each transaction renews it, and until it ends nobody else gets at the row: however long one takes, none is taken over in the middle.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Writes down what is to be done; <see cref="GoOnAsync"/> does it.</summary>
    /// <param name="adds">Articles that get the topic.</param>
    /// <param name="drops">Articles that the rule tagged before and no longer matches.</param>
    public static async Task<TopicRun> StartAsync(
        KioskDb db, ActBatch batch, Topic topic, IReadOnlyCollection<long> adds, IReadOnlyCollection<long> drops, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var run = new TopicRun { TopicId = topic.Id, State = TopicRunState.Applying, StartedAt = batch.At, Total = adds.Count + drops.Count };
        db.TopicRuns.Add(run);
        await db.SaveChangesAsync(cancellation);
        EditorialLog.Record(db, batch, TopicActs.RuleApplied, ActSubject.Of(topic), new KeptRun(run.Id, Applied: false), new KeptRun(run.Id, Applied: true));
        await db.SaveChangesAsync(cancellation);
        foreach (var chunk in adds.Select(id => (id, true)).Concat(drops.Select(id => (id, false))).Chunk(AtOnce))
        {
            db.TopicRunSteps.AddRange(chunk.Select(step => new TopicRunStep { RunId = run.Id, ArticleId = step.id, Adds = step.Item2 }));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellation);
        return run;
    }

    /// <summary>Lets a run that is finished go the other way. Saves nothing by itself but the steps.</summary>
    internal static async Task TurnAsync(KioskDb db, TopicRun run, CancellationToken cancellation)
    {
        if (run.State == TopicRunState.Undone)
        {
            await db.TopicRunSteps.Where(step => step.RunId == run.Id && step.State == TopicStepState.Undone)
                .ExecuteUpdateAsync(set => set.SetProperty(step => step.State, TopicStepState.Waiting), cancellation);
        }

        run.State = run.State == TopicRunState.Applied ? TopicRunState.Undoing : TopicRunState.Applying;
        (run.Done, run.FinishedAt) = (0, null);
    }

    /// <summary>Works on what is to be done, until nothing is left.</summary>
    /// <returns>How many articles were looked at.</returns>
    public static async Task<int> GoOnAsync(IDbContextFactory<KioskDb> factory, TimeProvider time, CancellationToken cancellation = default)
    {
        var total = 0;
        while (true)
        {
            await using var db = await factory.CreateDbContextAsync(cancellation);
            var now = time.GetUtcNow();
            var run = await db.TopicRuns.AsNoTracking()
                .Where(one => (one.State == TopicRunState.Applying || one.State == TopicRunState.Undoing) && (one.LeaseUntil == null || one.LeaseUntil < now))
                .OrderBy(one => one.Id).FirstOrDefaultAsync(cancellation);
            if (run is null)
                return total;
            total += await WorkAsync(factory, run, time, cancellation);
        }
    }

    private static async Task<int> WorkAsync(IDbContextFactory<KioskDb> factory, TopicRun run, TimeProvider time, CancellationToken cancellation)
    {
        var (total, held) = (0, run.LeaseUntil);
        while (true)
        {
            await using var db = await factory.CreateDbContextAsync(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var until = time.GetUtcNow() + Lease;
            // Who finds another time in the row lost its turn, and writes nothing.
            var mine = await db.TopicRuns.Where(one => one.Id == run.Id && one.LeaseUntil == held && one.State == run.State)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.LeaseUntil, until), cancellation);
            if (mine == 0)
                return total;
            held = until;
            var steps = await TopicSteps.TakeAsync(db, run, time.GetUtcNow(), cancellation);
            total += steps;
            if (steps == 0)
                await FinishAsync(db, run, time.GetUtcNow(), cancellation);
            else
                await db.TopicRuns.Where(one => one.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Done, one => one.Done + steps), cancellation);
            await transaction.CommitAsync(cancellation);
            if (steps == 0)
                return total;
        }
    }

    private static Task<int> FinishAsync(KioskDb db, TopicRun run, DateTimeOffset now, CancellationToken cancellation)
    {
        var end = run.State == TopicRunState.Applying ? TopicRunState.Applied : TopicRunState.Undone;
        return db.TopicRuns.Where(one => one.Id == run.Id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, end).SetProperty(one => one.FinishedAt, now).SetProperty(one => one.LeaseUntil, (DateTimeOffset?)null), cancellation);
    }
}
