using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Webhooks;
using Kiosk.Ingest.Fetching;
using Kiosk.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Webhooks;

/// <summary>What editors do with webhooks.</summary>
public sealed class WebhookDesk(IDbContextFactory<KioskDb> archive, WebhookSecret secrets, Poster poster, Bell<WebhookRound> bell, TimeProvider time)
{
    public const int LongestName = 100;
    private const int LongestUrl = 2_000;
    private const int Most = 50;

    /// <summary>How long the old secret signs too, so that a receiver can change over at leisure.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    /// <summary>Makes a webhook, told of what is published from now on.</summary>
    /// <returns>The webhook and its secret, to be shown once; or what is wrong, in Dutch.</returns>
    public async Task<(Webhook? Made, string? Secret, string? Problem)> AddAsync(string? name, string? url, ActBatch by, CancellationToken cancellation)
    {
        var (called, address) = ((name ?? "").Trim(), (url ?? "").Trim());
        if (called.Length is 0 or > LongestName)
            return (null, null, $"Geef de webhook een naam van hooguit {LongestName} tekens.");
        if (address.Length > LongestUrl || poster.Objection(address) is not null)
            return (null, null, address.Length > LongestUrl ? "Dit adres is te lang." : poster.Objection(address));
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Webhooks.CountAsync(cancellation) >= Most)
            return (null, null, $"Er zijn al {Most} webhooks. Haal er eerst een weg.");
        var (shown, kept) = secrets.Make();
        var hook = new Webhook { Name = called, Url = address, Secret = kept, CreatedAt = time.GetUtcNow(), SincePublication = await db.ArticlePublications.MaxAsync(publication => (long?)publication.Id, cancellation) ?? 0 };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Webhooks.Add(hook);
        await db.SaveChangesAsync(cancellation);
        EditorialLog.Record(db, by, WebhookActs.Added, ActSubject.Of(hook), before: null, KeptWebhook.Of(hook));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        bell.Ring();
        return (hook, shown, null);
    }

    /// <summary>Gives it another secret; the old one signs too for a day.</summary>
    /// <returns>The new one, to be shown once; null if the webhook is gone.</returns>
    public async Task<string?> RotateAsync(long id, ActBatch by, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Webhooks.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } hook)
            return null;
        var (shown, kept) = secrets.Make();
        (hook.PreviousSecret, hook.PreviousUntil, hook.Secret) = (hook.Secret, time.GetUtcNow() + Overlap, kept);
        EditorialLog.Record(db, by, WebhookActs.Renewed, ActSubject.Of(hook), KeptWebhook.Of(hook), KeptWebhook.Of(hook));
        await db.SaveChangesAsync(cancellation);
        return shown;
    }

    /// <summary>Puts a message without an article in line.</summary>
    public async Task TestAsync(long id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await db.Webhooks.AnyAsync(hook => hook.Id == id && hook.DisabledAt == null, cancellation))
            return;
        db.WebhookDeliveries.Add(new WebhookDelivery { WebhookId = id, MessageId = $"msg_{id}_test_{Guid.NewGuid():N}", CreatedAt = now, NextAttemptAt = now });
        await db.SaveChangesAsync(cancellation);
        bell.Ring();
    }

    public async Task SwitchOffAsync(long id, ActBatch by, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Webhooks.SingleOrDefaultAsync(hook => hook.Id == id && hook.DisabledAt == null, cancellation) is not { } hook)
            return;
        var before = KeptWebhook.Of(hook);
        (hook.DisabledAt, hook.DisabledReason) = (by.At, "De redactie zette hem uit.");
        EditorialLog.Record(db, by, WebhookActs.SwitchedOff, ActSubject.Of(hook), before, KeptWebhook.Of(hook));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Switches it on again; what waits goes out, as if for the first time.</summary>
    public async Task SwitchOnAsync(long id, ActBatch by, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Webhooks.SingleOrDefaultAsync(hook => hook.Id == id && hook.DisabledAt != null, cancellation) is not { } hook)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.WebhookDeliveries.Where(delivery => delivery.WebhookId == id && delivery.NextAttemptAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.Attempts, 0).SetProperty(delivery => delivery.NextAttemptAt, by.At), cancellation);
        var before = KeptWebhook.Of(hook);
        (hook.DisabledAt, hook.DisabledReason) = (null, null);
        EditorialLog.Record(db, by, WebhookActs.SwitchedOn, ActSubject.Of(hook), before, KeptWebhook.Of(hook));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        bell.Ring();
    }

    /// <summary>Takes it away, with its log.</summary>
    public async Task RemoveAsync(long id, ActBatch by, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Webhooks.SingleOrDefaultAsync(hook => hook.Id == id, cancellation) is not { } hook)
            return;
        db.Webhooks.Remove(hook);
        EditorialLog.Record(db, by, WebhookActs.TakenAway, ActSubject.Of(hook), KeptWebhook.Of(hook), after: null);
        await db.SaveChangesAsync(cancellation);
    }
}
