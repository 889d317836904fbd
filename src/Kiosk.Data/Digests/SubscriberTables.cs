using Kiosk.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Digests;

/// <summary>
/// Every table that holds something about a subscriber, for who wants to take it along. To join: give the table a <c>subscriber_id</c> that
/// references <c>subscribers</c> with <c>ON DELETE CASCADE</c> (then erasing her erases the rows) and add a line here. Tests compare this list with the schema.
/// </summary>
public static class SubscriberTables
{
    public static readonly IReadOnlyList<SubscriberTable> All =
    [
        new("subscribers", async (db, id, cancellation) => await db.Subscribers.Where(one => one.Id == id).Select(one => new
        {
            one.Email, one.Origin, one.AskedAt, one.ConsentedAt, one.Rhythm, one.Weekday, one.Size, one.PlainText, one.PausedUntil, one.CoveredUntil,
            WasInvited = one.InvitedBy != null, one.SoftBounces, one.StoppedAt, one.StopReason,
        }).ToListAsync(cancellation)),
        new("subscriber_topics", async (db, id, cancellation) => await db.SubscriberTopics.Where(link => link.SubscriberId == id)
            .Select(link => link.Topic!.Name).ToListAsync(cancellation)),
        new("deliveries", async (db, id, cancellation) => await db.Deliveries.Where(delivery => delivery.SubscriberId == id).OrderBy(delivery => delivery.Id)
            .Select(delivery => new { delivery.Digest!.Week, delivery.State, delivery.DueAt, delivery.SettledAt, delivery.Attempts, delivery.Reason }).ToListAsync(cancellation)),
        new("delivery_pieces", async (db, id, cancellation) => await db.DeliveryPieces.Where(piece => piece.SubscriberId == id).OrderBy(piece => piece.DigestId).ThenBy(piece => piece.Position)
            .Select(piece => new { piece.Article!.Title, piece.Article.Url, piece.Part }).ToListAsync(cancellation)),
    ];
}

/// <summary>A table about subscribers.</summary>
/// <param name="Name">As in the schema.</param>
/// <param name="Export">Hers, as plain records.</param>
public sealed record SubscriberTable(string Name, Func<KioskDb, long, CancellationToken, Task<object>> Export);
