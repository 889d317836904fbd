using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Ingest.Archiving;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Harvesting;

/// <summary>Writes down how visits go: the state of the source, and a line in its log.</summary>
public sealed class VisitBook(IDbContextFactory<KioskDb> factory, WriteTurn turn, SourceClaims claims)
{
    /// <summary>Keeps where reading goes on, in the middle of a visit.</summary>
    /// <exception cref="LeaseLostException">Another node has the source now.</exception>
    public async Task KeepStateAsync(Source source, string? state, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        using var held = await turn.TakeAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await claims.ExtendAsync(db, source, cancellation))
            throw new LeaseLostException();
        await db.Sources.Where(row => row.Id == source.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadingState, state), cancellation);
        await transaction.CommitAsync(cancellation);
        source.ReadingState = state;
    }

    /// <summary>Writes the source's new state and the run in one transaction, and with it gives the lease back.</summary>
    /// <returns>The visit with all that there is to say about it.</returns>
    public async Task<Visit> RecordAsync(Source source, Visit visit, SourceAnswers answers)
    {
        // Not cancelled with the harvest: what was stored must be written down.
        await using var db = await factory.CreateDbContextAsync();
        using var held = await turn.TakeAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await claims.ExtendAsync(db, source, CancellationToken.None))
            return visit;
        var current = await db.Sources.SingleAsync(row => row.Id == source.Id);
        visit = visit.With(await Relocation.FollowAsync(db, current, answers.MovedTo, visit));
        if (answers.IsGoneForGood && !visit.Succeeded)
            visit = Retire(current, visit);
        Count(current, visit);
        (current.LastCheckedAt, current.LastOutcome, current.LastMessage) = (visit.FinishedAt, visit.Outcome, visit.Message);
        (current.LeaseOwner, current.LeaseUntil, current.SiteUrl) = (null, null, source.SiteUrl);
        current.AskedMinutes = source.AskedMinutes;
        current.NextCheckAt = Schedule.NextCheck(current, visit.FinishedAt, answers.RetryAfter, answers.Own?.FreshFor);
        if (visit.Succeeded && answers.Body is { } body)
            (current.ETag, current.LastModified, current.LastBodyAt, current.BodyHash) = (body.ETag, body.LastModified, visit.FinishedAt, answers.BodyHash);
        db.HarvestRuns.Add(RunOf(visit));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return visit;
    }

    /// <summary>Counts the visit in the source's history.</summary>
    private static void Count(Source source, Visit visit)
    {
        if (!visit.Succeeded)
        {
            source.FailureCount++;
            source.FailingSince ??= visit.FinishedAt;
            return;
        }

        (source.FailureCount, source.FailingSince, source.RetiredAt, source.LastSuccessAt) = (0, null, null, visit.FinishedAt);
        // What the filter dropped may have been new: rather too often than a piece missed.
        if (visit.Tally.New + visit.Tally.Changed + visit.Tally.Filtered > 0)
            Schedule.NoteChange(source, visit.FinishedAt);
    }

    /// <summary>No more visits by itself. Whoever visits it by hand with success brings it back.</summary>
    private static Visit Retire(Source source, Visit visit)
    {
        source.RetiredAt ??= visit.FinishedAt;
        return visit.With(VisitMessages.Retired);
    }

    private static HarvestRun RunOf(Visit visit) => new()
    {
        SourceId = visit.SourceId,
        StartedAt = visit.StartedAt,
        FinishedAt = visit.FinishedAt,
        Outcome = visit.Outcome,
        Message = visit.Message,
        HttpStatus = visit.HttpStatus,
        Bytes = visit.Bytes,
        ItemsSeen = visit.Tally.Seen,
        ItemsNew = visit.Tally.New,
        ItemsChanged = visit.Tally.Changed,
    };
}
