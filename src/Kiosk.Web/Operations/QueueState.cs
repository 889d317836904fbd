using Kiosk.Data;
using Kiosk.Data.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Operations;

/// <summary>One line of work that nodes share.</summary>
/// <param name="Name">As metrics call it: <c>pages</c>, <c>letters</c>, <c>alerts</c>, <c>webhooks</c>.</param>
/// <param name="Length">What waits in it, due or not.</param>
/// <param name="Overdue">How long the most overdue has waited for its turn; zero if nothing is due.</param>
public sealed record QueueState(string Name, int Length, TimeSpan Overdue)
{
    /// <summary>All of them but the sources, which have numbers of their own.</summary>
    public static async Task<IReadOnlyList<QueueState>> ReadAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation) =>
    [
        await OfAsync("pages", db.PagesToRead.Where(page => page.Item != null && (page.State == PageState.Waiting || page.State == PageState.Retrying)).Select(page => (DateTimeOffset?)page.NextAttemptAt), now, cancellation),
        await OfAsync("letters", db.Deliveries.Where(delivery => delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Claimed).Select(delivery => (DateTimeOffset?)delivery.NextAttemptAt), now, cancellation),
        await OfAsync("alerts", db.AlertLetters.Where(letter => letter.NextAttemptAt != null).Select(letter => letter.NextAttemptAt), now, cancellation),
        await OfAsync("webhooks", db.WebhookDeliveries.Where(delivery => delivery.NextAttemptAt != null && delivery.Webhook!.DisabledAt == null).Select(delivery => delivery.NextAttemptAt), now, cancellation),
    ];

    private static async Task<QueueState> OfAsync(string name, IQueryable<DateTimeOffset?> due, DateTimeOffset now, CancellationToken cancellation)
    {
        var length = await due.CountAsync(cancellation);
        return new(name, length, length > 0 && await due.MinAsync(cancellation) is { } oldest && oldest < now ? now - oldest : TimeSpan.Zero);
    }
}
