using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Digests.Writing;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Digests;

/// <summary>
/// Sends what is due: plans the day, then claims, composes and hands over batch after batch until nothing is left. Whatever happens halfway, the next
/// round goes on from the rows.
/// </summary>
public sealed partial class DigestRound(
    IDbContextFactory<KioskDb> archive, DeliveryPlan plan, DeliveryQueue queue, DigestPoolReader pools, LetterComposer composer, DigestMail mail, IPostman postman,
    IOptions<DigestOptions> options, TimeProvider time, ILogger<DigestRound> logger)
{
    private const int BatchSize = 50;
    private const int MostAttempts = 5;

    /// <summary>The tick: what is due by the clock, on time or as late as mail may be.</summary>
    public async Task<DigestTally> RunDueAsync(CancellationToken cancellation)
    {
        var (now, tally) = (time.GetUtcNow(), new DigestTally());
        var oldest = await plan.OldestAsync(options.Value.MaxLateness, cancellation);
        tally.TooLate += await queue.ExpireAsync(oldest, cancellation);
        for (var day = DutchTime.DayOf(now - options.Value.MaxLateness); day <= DutchTime.DayOf(now); day = day.AddDays(1))
        {
            var due = DeliveryPlan.DueAt(day, options.Value);
            if (due <= now && due >= oldest)
                await plan.PlanAsync(day, due, joinedBefore: due, cancellation);
        }

        await SendAsync(digests: null, tally, _ => { }, cancellation);
        if (tally.Sent + tally.Failed + tally.TooLate > 0)
            LogRound(tally.Sent, tally.Empty, tally.Failed, tally.TooLate);
        return tally;
    }

    /// <summary>Everything of one day, now, whatever the hour: for who asks for it by name.</summary>
    /// <param name="progress">Called after each letter.</param>
    public async Task<DigestTally> RunDayAsync(DateOnly day, Action<DigestTally> progress, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var digest = await plan.PlanAsync(day, now, joinedBefore: now, cancellation);
        var tally = new DigestTally { Planned = await OpenAsync(digest.Id, cancellation) };
        await SendAsync([digest.Id], tally, progress, cancellation);
        return tally;
    }

    private async Task SendAsync(IReadOnlyCollection<long>? digests, DigestTally tally, Action<DigestTally> progress, CancellationToken cancellation)
    {
        var held = await HeldBackAsync(cancellation);
        var worker = queue.NewWorker();
        var open = new Dictionary<long, DigestPool>();
        try
        {
            while (await queue.ClaimAsync(worker, BatchSize, await WantedAsync(digests, held, cancellation), cancellation) is { } batch)
            {
                foreach (var group in batch.GroupBy(delivery => delivery.DigestId))
                    await SendBatchAsync([.. group], worker, await PoolAsync(open, group.Key, cancellation), tally, progress, cancellation);
            }
        }
        finally
        {
            await queue.ReleaseAsync(worker);
        }
    }

    private async Task SendBatchAsync(IReadOnlyList<Delivery> batch, string worker, DigestPool pool, DigestTally tally, Action<DigestTally> progress, CancellationToken cancellation)
    {
        IReadOnlyList<(Delivery, DigestLetter)> letters;
        try
        {
            letters = await composer.ComposeAsync(batch, worker, pool, cancellation);
        }
        catch (DbUpdateException problem)
        {
            // Somebody left at this very moment: the rest of the batch is claimed anew.
            LogBroken(problem.Message);
            await queue.ReleaseAsync(worker);
            if (++tally.Broken > batch.Count + MostAttempts)
                throw;
            return;
        }

        foreach (var (delivery, letter) in letters)
        {
            cancellation.ThrowIfCancellationRequested();
            await HandOverAsync(delivery, letter, worker, tally, cancellation);
            progress(tally);
        }
    }

    private async Task HandOverAsync(Delivery delivery, DigestLetter letter, string worker, DigestTally tally, CancellationToken cancellation)
    {
        if (letter.IsEmpty)
        {
            await queue.SettleAsync(delivery, worker, DeliveryState.Empty, "Er was niets over haar onderwerpen.", cancellation);
            tally.Empty++;
            return;
        }

        if (!await queue.BeginAsync(delivery, worker, cancellation))
            return;
        try
        {
            using var message = mail.Write(letter, delivery.Subscriber!, delivery.DigestId);
            await postman.DeliverAsync(message, cancellation);
        }
        catch (Exception problem) when (problem is SmtpException or IOException)
        {
            tally.Failed++;
            LogFailed(delivery.Id, problem.Message);
            if (delivery.Attempts + 1 >= MostAttempts)
                await queue.SettleAsync(delivery, worker, DeliveryState.GivenUp, problem.Message, cancellation);
            else
                await queue.PostponeAsync(delivery, worker, time.GetUtcNow() + TimeSpan.FromMinutes(Math.Pow(3, delivery.Attempts + 1)), problem.Message, cancellation);
            return;
        }

        // Not to be stopped between: the letter is on its way.
        await queue.SettleAsync(delivery, worker, DeliveryState.Sent, reason: null, CancellationToken.None);
        tally.Sent++;
    }

    private async Task<DigestPool> PoolAsync(Dictionary<long, DigestPool> open, long digestId, CancellationToken cancellation)
    {
        if (open.TryGetValue(digestId, out var known))
            return known;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return open[digestId] = await pools.ReadAsync(db, await db.Digests.AsNoTracking().SingleAsync(digest => digest.Id == digestId, cancellation), cancellation);
    }

    private async Task<int> OpenAsync(long digest, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.Deliveries.CountAsync(delivery => delivery.DigestId == digest && (delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Claimed), cancellation);
    }

    /// <summary>Digests that an editor holds back.</summary>
    private async Task<IReadOnlyList<long>> HeldBackAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.Digests.Where(digest => digest.HeldAt != null).Select(digest => digest.Id).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyCollection<long>?> WantedAsync(IReadOnlyCollection<long>? digests, IReadOnlyList<long> held, CancellationToken cancellation)
    {
        if (held.Count == 0)
            return digests;
        if (digests is not null)
            return [.. digests.Except(held)];
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.Deliveries.Where(delivery => delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Claimed).Select(delivery => delivery.DigestId).Distinct()
            .Where(digest => !held.Contains(digest)).ToListAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Weekly digest: {Sent} letters sent, {Empty} had nothing to say, {Failed} attempts failed, {TooLate} were too late")]
    private partial void LogRound(int sent, int empty, int failed, int tooLate);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Letters of the digest were let go and are claimed anew: {Problem}")]
    private partial void LogBroken(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Id} of the digest failed: {Problem} Check Kiosk:Mail; it is tried again")]
    private partial void LogFailed(long id, string problem);
}

/// <summary>What a round did.</summary>
public sealed class DigestTally
{
    /// <summary>Deliveries that were open when it began; 0 if nobody asked.</summary>
    public int Planned { get; init; }

    public int Sent { get; set; }

    /// <summary>Nothing to say.</summary>
    public int Empty { get; set; }

    /// <summary>Attempts that failed, to be tried again or given up.</summary>
    public int Failed { get; set; }

    public int TooLate { get; set; }

    /// <summary>Batches that had to be claimed anew.</summary>
    internal int Broken { get; set; }

    public int Done => Sent + Empty + Failed;
}
