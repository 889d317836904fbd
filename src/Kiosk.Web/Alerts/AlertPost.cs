using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Alerts;
using Kiosk.Data.Leases;
using Kiosk.Ingest.Harvesting;
using Kiosk.Web.Digests;
using Kiosk.Web.Hosting;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Alerts;

/// <summary>
/// Makes the letters that are due, and sends them. A find goes into one letter, in the transaction that makes it; a letter that may not have arrived is sent again
/// under the same Message-ID. Nodes share both by moving the moment at which each is due.
/// </summary>
public sealed partial class AlertPost(
    IDbContextFactory<KioskDb> archive, AlertMail mail, IPostman postman, MailServerRest rest, IOptions<DigestOptions> options, HarvestOptions node, TimeProvider time, ILogger<AlertPost> logger)
{
    /// <summary>Letters that one reader gets in an hour from alerts that mail at once; what is more waits and comes together.</summary>
    public const int MostAnHour = 6;

    private const int AtATime = 50;
    private const int MostAttempts = 5;

    public async Task RunDueAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        while (await MakeSomeAsync(db, cancellation))
            cancellation.ThrowIfCancellationRequested();
        while (!rest.IsResting && await SendSomeAsync(db, cancellation))
            cancellation.ThrowIfCancellationRequested();
    }

    /// <returns>True if there may be more.</returns>
    private async Task<bool> MakeSomeAsync(KioskDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await db.Alerts.AsNoTracking().Include(alert => alert.User).Where(alert => alert.NextLetterAt <= now && alert.PausedAt == null && alert.RemovedAt == null)
            .OrderBy(alert => alert.NextLetterAt).ThenBy(alert => alert.Id).Take(AtATime).ToListAsync(cancellation);
        foreach (var alert in due)
            await MakeAsync(db, alert, now, cancellation);
        return due.Count == AtATime;
    }

    private async Task MakeAsync(KioskDb db, Alert alert, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Waits for finds of this alert that are being written; on SQLite one transaction writes at a time anyway.
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM alerts WHERE id = {alert.Id} FOR UPDATE", cancellation);
        var row = db.Alerts.Where(one => one.Id == alert.Id && one.NextLetterAt == alert.NextLetterAt);
        var hourAgo = now.AddHours(-1);
        if (alert.Pace == AlertPace.Meteen && await db.AlertLetters.CountAsync(letter => letter.UserId == alert.UserId && letter.MadeAt > hourAgo && letter.Alert!.Pace == AlertPace.Meteen, cancellation) >= MostAnHour)
        {
            await row.ExecuteUpdateAsync(set => set.SetProperty(one => one.NextLetterAt, now + AlertClock.Between), cancellation);
            await transaction.CommitAsync(cancellation);
            return;
        }

        if (await row.ExecuteUpdateAsync(set => set.SetProperty(one => one.NextLetterAt, (DateTimeOffset?)null).SetProperty(one => one.LastLetterAt, now), cancellation) == 0)
            return;
        // What was published before the archive was put back from a backup may have been mailed already.
        var restored = await DeliveryPlan.RestoredAsync(db, cancellation);
        var finds = db.AlertFinds.Where(find => find.AlertId == alert.Id && find.LetterId == null && find.Article!.State == ArticleState.Visible && (restored == null || find.Article.PublishedAt >= restored));
        if (alert.User is { EmailConfirmed: true, BlockedAt: null } && await finds.AnyAsync(cancellation))
        {
            var letter = new AlertLetter { AlertId = alert.Id, UserId = alert.UserId, MadeAt = now, NextAttemptAt = now };
            db.AlertLetters.Add(letter);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            await finds.ExecuteUpdateAsync(set => set.SetProperty(find => find.LetterId, letter.Id), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <returns>True if there may be more.</returns>
    private async Task<bool> SendSomeAsync(KioskDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await db.AlertLetters.AsNoTracking().Include(letter => letter.Alert!.User).Where(letter => letter.NextAttemptAt <= now)
            .OrderBy(letter => letter.NextAttemptAt).ThenBy(letter => letter.Id).Take(AtATime).ToListAsync(cancellation);
        foreach (var letter in due)
        {
            if (rest.IsResting)
                return false;
            // Claimed by moving it: another node tries only when this one fell silent.
            var until = LeaseMoment.After(node.Lease, time);
            if (await Mine(db, letter).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, until).SetProperty(one => one.Attempts, one => one.Attempts + 1), cancellation) == 0)
                continue;
            letter.NextAttemptAt = until;
            await SendAsync(db, letter, now, cancellation);
        }

        return due.Count == AtATime;
    }

    private async Task SendAsync(KioskDb db, AlertLetter letter, DateTimeOffset now, CancellationToken cancellation)
    {
        var alert = letter.Alert!;
        var found = db.AlertFinds.Where(find => find.LetterId == letter.Id && find.Article!.State == ArticleState.Visible);
        var count = await found.CountAsync(cancellation);
        var reason = letter.MadeAt < now - options.Value.MaxLateness ? "Te laat om nog te versturen."
            : alert.PausedAt is not null || alert.RemovedAt is not null ? "De attendering staat uit."
            : alert.User is not { EmailConfirmed: true, BlockedAt: null } ? "Naar dit adres gaat geen mail."
            : count == 0 ? "Wat erin zou staan, is intussen weg."
            : letter.Attempts >= MostAttempts ? "Het versturen brak steeds af."
            : null;
        if (reason is not null)
        {
            await EndAsync(db, letter, sent: null, reason, cancellation);
            return;
        }

        var cards = await found.OrderByDescending(find => find.Article!.PublishedAt).ThenByDescending(find => find.ArticleId).Take(AlertMail.MostPieces)
            .Select(find => find.Article!).Select(ArticleCard.Projection).ToListAsync(cancellation);
        try
        {
            using var message = mail.Write(letter, cards, count);
            await DeliverAsync(letter, message, cancellation);
        }
        catch (Exception problem) when (problem is SmtpException or IOException)
        {
            LogFailed(letter.Id, problem.Message);
            await FailedAsync(db, letter, Refusal.Of(problem), now, cancellation);
            return;
        }

        // Not to be stopped between: the letter is on its way.
        await Insistence.WriteAsync(node.Lease, () => EndAsync(db, letter, now, reason: null, CancellationToken.None), time);
    }

    /// <summary>A server that takes nothing from us says nothing of the letter: that counts no attempt, and the letter waits for as long as it may be late.</summary>
    private static Task<int> FailedAsync(KioskDb db, AlertLetter letter, Refusal refusal, DateTimeOffset now, CancellationToken cancellation)
    {
        if (refusal.Kind == RefusalKind.Closed)
            return Mine(db, letter).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, now + Backoff.After(1)).SetProperty(one => one.Attempts, letter.Attempts), cancellation);
        return letter.Attempts + 1 >= MostAttempts
            ? EndAsync(db, letter, sent: null, refusal.Sentence, cancellation)
            : Mine(db, letter).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, now + Backoff.After(letter.Attempts + 1)), cancellation);
    }

    /// <summary>The letter, as long as this node is the one that claimed it last.</summary>
    private static IQueryable<AlertLetter> Mine(KioskDb db, AlertLetter letter) => db.AlertLetters.Where(one => one.Id == letter.Id && one.NextAttemptAt == letter.NextAttemptAt);

    /// <summary>Hands it over, and keeps it claimed meanwhile.</summary>
    /// <returns>True: it was taken.</returns>
    private Task<bool> DeliverAsync(AlertLetter letter, MailMessage message, CancellationToken cancellation) => LeaseMoment.HoldAsync(
        archive,
        node.Lease,
        (db, until, beat) => Mine(db, letter).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, until), beat),
        until => letter.NextAttemptAt = until,
        async held =>
        {
            await postman.DeliverAsync(message, held);
            return true;
        },
        time,
        cancellation);

    private static Task<int> EndAsync(KioskDb db, AlertLetter letter, DateTimeOffset? sent, string? reason, CancellationToken cancellation) => Mine(db, letter).ExecuteUpdateAsync(
        set => set.SetProperty(one => one.NextAttemptAt, (DateTimeOffset?)null).SetProperty(one => one.SentAt, sent).SetProperty(one => one.Reason, reason), cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Id} of an alert failed: {Problem} Check Kiosk:Mail; it is tried again")]
    private partial void LogFailed(long id, string problem);
}
