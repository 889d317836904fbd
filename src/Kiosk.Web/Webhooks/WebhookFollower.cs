using Kiosk.Data;
using Kiosk.Data.Changes;
using Kiosk.Data.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Webhooks;

/// <summary>
/// Follows the change feed and writes a delivery for each webhook and each article that readers can see since. Place and deliveries are saved together, so
/// that nothing is missed and nothing comes twice, whichever nodes follow.
/// </summary>
public sealed class WebhookFollower(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    private const int AtATime = 500;

    /// <summary>Writes what is to be delivered of all that changed since.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        while (await StepAsync(cancellation))
            cancellation.ThrowIfCancellationRequested();
    }

    /// <returns>True if there may be more.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var kept = await FollowedTo.ReadAsync(db, ArchiveProperty.WebhooksFollowedTo, cancellation);
        var hooks = await db.Webhooks.AsNoTracking().ToListAsync(cancellation);
        if (kept is null && hooks.Count == 0)
            return false;
        var end = await ChangeFeed.EndAsync(db, cancellation);
        var batch = kept is null ? new ChangeBatch([], end, Gap: true) : await ChangeFeed.ReadAsync(db, ChangePosition.Parse(kept), AtATime, cancellation);
        if (batch is { Gap: false } && batch.Position.ToString() == kept)
            return false;
        var position = batch.Gap ? end : batch.Position;
        if (!await FollowedTo.MoveAsync(db, ArchiveProperty.WebhooksFollowedTo, kept, position, cancellation))
            return false;
        await AddAsync(db, hooks, batch.Gap ? await AllSinceAsync(db, hooks, cancellation) : batch.ArticleIds, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            return false; // Another node was first.
        }

        await transaction.CommitAsync(cancellation);
        return !batch.Gap;
    }

    private async Task AddAsync(KioskDb db, List<Webhook> hooks, IReadOnlyList<long> articles, CancellationToken cancellation)
    {
        if (hooks.Count == 0 || articles.Count == 0)
            return;
        var now = time.GetUtcNow();
        var published = await db.ArticlePublications.Where(publication => articles.Contains(publication.ArticleId) && db.Articles.Any(article => article.Id == publication.ArticleId && article.State == ArticleState.Visible))
            .OrderBy(publication => publication.Id).ToListAsync(cancellation);
        var told = (await db.WebhookDeliveries.Where(delivery => delivery.ArticleId != null && articles.Contains(delivery.ArticleId.Value)).Select(delivery => new { delivery.WebhookId, delivery.ArticleId }).ToListAsync(cancellation))
            .Select(delivery => (delivery.WebhookId, delivery.ArticleId!.Value)).ToHashSet();
        db.WebhookDeliveries.AddRange(
            from publication in published
            from hook in hooks
            where publication.Id > hook.SincePublication && !told.Contains((hook.Id, publication.ArticleId))
            select new WebhookDelivery { WebhookId = hook.Id, MessageId = WebhookMessage.IdOf(hook.Id, publication.ArticleId), ArticleId = publication.ArticleId, CreatedAt = now, NextAttemptAt = now });
    }

    /// <summary>The feed does not go back far enough: whatever was published since the oldest webhook was made.</summary>
    private static async Task<IReadOnlyList<long>> AllSinceAsync(KioskDb db, List<Webhook> hooks, CancellationToken cancellation)
    {
        if (hooks.Count == 0)
            return [];
        var since = hooks.Min(hook => hook.SincePublication);
        return await db.ArticlePublications.Where(publication => publication.Id > since).OrderBy(publication => publication.Id).Select(publication => publication.ArticleId).ToListAsync(cancellation);
    }
}
