using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Data.Webhooks;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting;
using Kiosk.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Webhooks;

/// <summary>
/// Sends what is due. Nodes share the messages by moving the moment at which each is due. A message that does not arrive is tried again, later each time;
/// after a few days its webhook is switched off, and what waits goes out once an editor switches it on.
/// </summary>
public sealed class WebhookRound(IDbContextFactory<KioskDb> archive, WebhookFollower follower, WebhookSecret secrets, Poster poster, PublicAddress address, HarvestOptions node, TimeProvider time)
{
    private const int AtATime = 100;
    private const int HooksAtOnce = 4;
    private const int Gone = 410;

    /// <summary>How long is waited after each attempt that failed; after the last the webhook is switched off.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(16), TimeSpan.FromDays(1)];

    public async Task RunDueAsync(CancellationToken cancellation)
    {
        await follower.CatchUpAsync(cancellation);
        while (await DueAsync(cancellation) is { Count: > 0 } due)
        {
            var sent = 0;
            await Parallel.ForEachAsync(due.GroupBy(delivery => delivery.WebhookId), new ParallelOptions { MaxDegreeOfParallelism = HooksAtOnce, CancellationToken = cancellation }, async (hook, token) =>
            {
                // In order, and none after one that failed: a server that is down is asked once a round.
                foreach (var delivery in hook)
                {
                    if (!await SendAsync(delivery, token))
                        break;
                    Interlocked.Increment(ref sent);
                }
            });
            if (sent == 0)
                return;
        }
    }

    private async Task<List<WebhookDelivery>> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.WebhookDeliveries.AsNoTracking().Include(delivery => delivery.Webhook)
            .Where(delivery => delivery.NextAttemptAt <= now && delivery.Webhook!.DisabledAt == null).OrderBy(delivery => delivery.Id).Take(AtATime).ToListAsync(cancellation);
    }

    /// <returns>False if it did not arrive, or another node has it.</returns>
    private async Task<bool> SendAsync(WebhookDelivery delivery, CancellationToken cancellation)
    {
        var (now, until) = (time.GetUtcNow(), LeaseMoment.After(node.Lease, time));
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await Mine(db, delivery).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.NextAttemptAt, until).SetProperty(one => one.LastAttemptAt, now).SetProperty(one => one.Attempts, one => one.Attempts + 1), cancellation) == 0)
            return false;
        delivery.NextAttemptAt = until;
        if (await WebhookMessage.BodyAsync(db, delivery, address, cancellation) is not { } body)
        {
            // Hidden or withdrawn meanwhile; if readers see it again, it is told then.
            await Mine(db, delivery).ExecuteDeleteAsync(cancellation);
            return true;
        }

        if (Headers(delivery, body, now) is not { } headers)
        {
            // A message without a signature would be refused, and nobody would know why.
            await SwitchOffAsync(db, delivery, "Het geheim is niet te lezen, dus kunnen we berichten niet ondertekenen. Maak een nieuw geheim, geef dat aan de ontvanger en zet de webhook weer aan.", now, cancellation);
            return false;
        }

        var result = await HoldAsync(delivery, held => poster.PostAsync(delivery.Webhook!.Url, body, "application/json; charset=utf-8", headers, held), cancellation);
        await RecordAsync(db, delivery, result, now, cancellation);
        return result.Succeeded;
    }

    /// <summary>The message, as long as this node is the one that claimed it last.</summary>
    private static IQueryable<WebhookDelivery> Mine(KioskDb db, WebhookDelivery delivery) => db.WebhookDeliveries.Where(one => one.Id == delivery.Id && one.NextAttemptAt == delivery.NextAttemptAt);

    private Task<PostResult> HoldAsync(WebhookDelivery delivery, Func<CancellationToken, Task<PostResult>> post, CancellationToken cancellation) => LeaseMoment.HoldAsync(
        archive,
        node.Lease,
        (db, until, beat) => Mine(db, delivery).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, until), beat),
        until => delivery.NextAttemptAt = until,
        post,
        time,
        cancellation);

    /// <returns>Null if the webhook's secret cannot be read.</returns>
    private Dictionary<string, string>? Headers(WebhookDelivery delivery, byte[] body, DateTimeOffset now)
    {
        var hook = delivery.Webhook!;
        string[] kept = hook.PreviousSecret is { } previous && hook.PreviousUntil > now ? [hook.Secret, previous] : [hook.Secret];
        return secrets.Sign(delivery.MessageId, now, body, kept) is not { } signature ? null : new Dictionary<string, string>
        {
            ["webhook-id"] = delivery.MessageId,
            ["webhook-timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["webhook-signature"] = signature,
        };
    }

    private static async Task RecordAsync(KioskDb db, WebhookDelivery delivery, PostResult result, DateTimeOffset now, CancellationToken cancellation)
    {
        var isLast = delivery.Attempts >= Waits.Count;
        var next = result.Succeeded ? null : (DateTimeOffset?)(now + Waits[Math.Min(delivery.Attempts, Waits.Count - 1)]);
        await Mine(db, delivery).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.NextAttemptAt, next).SetProperty(one => one.DeliveredAt, result.Succeeded ? now : null)
                .SetProperty(one => one.HttpStatus, result.Status).SetProperty(one => one.Message, result.Message), cancellation);
        var reason = result.Status == Gone ? "De ontvanger zei dat dit adres voorgoed weg is (410)."
            : isLast && !result.Succeeded ? $"Een bericht kwam na {Waits.Count + 1} pogingen niet aan. {result.Message}"
            : null;
        if (reason is not null)
            await SwitchOffAsync(db, delivery, reason, now, cancellation);
    }

    private static Task<int> SwitchOffAsync(KioskDb db, WebhookDelivery delivery, string reason, DateTimeOffset now, CancellationToken cancellation) =>
        db.Webhooks.Where(hook => hook.Id == delivery.WebhookId && hook.DisabledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(hook => hook.DisabledAt, now).SetProperty(hook => hook.DisabledReason, reason), cancellation);
}
