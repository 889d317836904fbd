using System.Threading.Channels;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Data.Leases;
using Kiosk.Web.Digests.Writing;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Digests;

/// <summary>
/// Sends what is due: plans the day, and hands letters over, several at once, until none is left. A server that takes nothing stops the round; whatever happens halfway, the next goes
/// on from the rows.
/// </summary>
public sealed partial class DigestRound(
    IDbContextFactory<KioskDb> archive, DeliveryPlan plan, DeliveryQueue queue, DigestPoolReader pools, LetterComposer composer, DigestMail mail, IPostman postman, DomainPace pace,
    MailServerRest rest, IOptions<DigestOptions> options, IOptions<MailOptions> mailOptions, TimeProvider time, ILogger<DigestRound> logger)
{
    /// <summary>If so many letters fail one after the other, it is not the letters.</summary>
    private const int MostFailedInARow = 10;

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

        if (!rest.IsResting)
            await SendAsync(digests: null, tally, _ => { }, cancellation);
        if (tally.Sent + tally.Bounced + tally.Failed + tally.TooLate > 0)
            LogRound(tally.Sent, tally.Empty, tally.Bounced, tally.Failed, tally.TooLate);
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
        var worker = queue.NewWorker();
        try
        {
            await queue.HoldAsync(worker, held => SendAsync(worker, digests, tally, progress, held), cancellation);
        }
        catch (LeaseLostException lost)
        {
            tally.Stop("Het archief gaf geen antwoord.");
            LogLost(lost.InnerException?.Message ?? "");
        }
    }

    private async Task SendAsync(string worker, IReadOnlyCollection<long>? digests, DigestTally tally, Action<DigestTally> progress, CancellationToken cancellation)
    {
        var held = await HeldBackAsync(cancellation);
        var sending = new LetterSending(queue, mail, postman, pace, time, worker, logger);
        var letters = Channel.CreateBounded<(Delivery Delivery, DigestLetter Letter)>(LetterSupply.BatchSize);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var supply = new LetterSupply(archive, queue, pools, composer, pace, time, worker, logger).RunAsync(token => WantedAsync(digests, held, token), letters.Writer, stop.Token);
        try
        {
            await Parallel.ForEachAsync(letters.Reader.ReadAllAsync(stop.Token), new ParallelOptions { MaxDegreeOfParallelism = mailOptions.Value.Connections, CancellationToken = stop.Token }, async (one, token) =>
            {
                var closed = default(string);
                var end = await sending.SendAsync(one.Delivery, one.Letter, why => closed = why, token);
                DeliveryMeter.Count(end);
                tally.Count(end, progress);
                if (closed is null && tally.FailedInARow >= MostFailedInARow)
                    rest.Begin(closed = $"{MostFailedInARow} brieven achter elkaar gingen niet. {one.Delivery.Reason}".TrimEnd());
                if (closed is not null && tally.Stop(closed))
                    await stop.CancelAsync();
            });
        }
        catch (OperationCanceledException) when (tally.Stopped is not null && !cancellation.IsCancellationRequested)
        {
            LogStopped(tally.Stopped);
        }
        finally
        {
            await stop.CancelAsync();
            await supply;
            await queue.ReleaseAsync(worker);
        }
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Weekly digest: {Sent} letters sent, {Empty} had nothing to say, {Bounced} bounced, {Failed} attempts failed, {TooLate} were too late")]
    private partial void LogRound(int sent, int empty, int bounced, int failed, int tooLate);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The weekly digest let its letters go, for the archive could not be told in time that it was at them; another node, or the next round, goes on. {Problem}")]
    private partial void LogLost(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The weekly digest stopped for now: {Why} Check Kiosk:Mail; what waits goes later")]
    private partial void LogStopped(string why);
}
