using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Ingest.Fetching;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Harvesting;

/// <summary>What an editor may do to a source by hand. All of it is a change of the source's row, which every node sees at its next tick.</summary>
public sealed class SourceControl(IDbContextFactory<KioskDb> factory, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>Lets a source rest until somebody resumes it. A visit that is under way is finished.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="reason">In her words; null or blank for none.</param>
    /// <param name="cancellation">Leaves the source as it was.</param>
    public async Task PauseAsync(int sourceId, ActBatch by, string? reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var (now, said) = (time.GetUtcNow(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()[..Math.Min(reason.Trim().Length, LongestReason)]);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var name = by.EditorName;
        var paused = await db.Sources.Where(source => source.Id == sourceId && source.PausedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(source => source.PausedAt, now).SetProperty(source => source.PausedBy, name).SetProperty(source => source.PauseReason, said), cancellation);
        if (paused == 1)
            await RecordAsync(db, by, SourceActs.Paused, sourceId, new KeptRest(said), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Ends the rest, also of a source that its site called gone for good. If its time has come meanwhile, the next tick takes it.</summary>
    public async Task ResumeAsync(int sourceId, ActBatch by, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var resumed = await db.Sources.Where(source => source.Id == sourceId && (source.PausedAt != null || source.RetiredAt != null)).ExecuteUpdateAsync(
            set => set.SetProperty(source => source.PausedAt, (DateTimeOffset?)null).SetProperty(source => source.PausedBy, (string?)null).SetProperty(source => source.PauseReason, (string?)null)
                .SetProperty(source => source.RetiredAt, (DateTimeOffset?)null).SetProperty(source => source.RetireReason, (string?)null), cancellation);
        if (resumed == 1)
            await RecordAsync(db, by, SourceActs.Resumed, sourceId, after: null, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task RecordAsync(KioskDb db, ActBatch by, ActKind kind, int sourceId, KeptRest? after, CancellationToken cancellation)
    {
        var source = await db.Sources.AsNoTracking().SingleAsync(one => one.Id == sourceId, cancellation);
        EditorialLog.Record(db, by, kind, ActSubject.Of(source), before: null, after);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>
    /// Makes a source due, so that the next tick of any node takes it; one that is off, paused or retired no tick takes. Not while its host keeps the rest that it
    /// asked for: who is impatient does not go before who is at home there.
    /// </summary>
    /// <returns>When that rest is over; null if there is none, and the source is due.</returns>
    public async Task<DateTimeOffset?> HarvestSoonAsync(int sourceId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellation);
        if (await RestOfAsync(db, sourceId, cancellation) is { } until && until > now)
            return until;
        await db.Sources.Where(Source.IsVisited).Where(source => source.Id == sourceId)
            .ExecuteUpdateAsync(set => set.SetProperty(source => source.NextCheckAt, source => source.NextCheckAt < now ? source.NextCheckAt : now), cancellation);
        return null;
    }

    /// <summary>A host that answered 429 or 503 is left alone until the next check, an hour at most: longer an editor need not wait.</summary>
    private static async Task<DateTimeOffset?> RestOfAsync(KioskDb db, int sourceId, CancellationToken cancellation)
    {
        var row = await db.Sources.Where(source => source.Id == sourceId && source.LastOutcome == HarvestOutcome.Busy)
            .Select(source => new { source.LastCheckedAt, source.NextCheckAt }).SingleOrDefaultAsync(cancellation);
        if (row?.LastCheckedAt + HostGate.LongestRest is not { } longest)
            return null;
        return row!.NextCheckAt < longest ? row.NextCheckAt : longest;
    }
}
