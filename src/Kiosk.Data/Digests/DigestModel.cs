using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Digests;

/// <summary>Maps what the weekly digest is made of.</summary>
internal static class DigestModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Subscriber>().HasIndex(subscriber => subscriber.Email).IsUnique();
        model.Entity<Subscriber>().HasOne<Subscriber>().WithMany().HasForeignKey(subscriber => subscriber.InvitedBy);
        model.Entity<SubscriberTopic>().HasKey(link => new { link.SubscriberId, link.TopicId });
        model.Entity<Digest>().HasIndex(digest => digest.Week).IsUnique();
        model.Entity<Digest>().Property(digest => digest.Version).IsConcurrencyToken();
        model.Entity<DigestTopic>().HasKey(words => new { words.DigestId, words.TopicId });
        model.Entity<DigestPiece>().HasKey(piece => new { piece.DigestId, piece.TopicId, piece.ArticleId });
        model.Entity<Delivery>().HasIndex(delivery => new { delivery.SubscriberId, delivery.DigestId }).IsUnique();
        model.Entity<DeliveryPiece>().HasKey(piece => new { piece.SubscriberId, piece.ArticleId });
        model.Entity<SubscriptionDay>().HasKey(day => day.Day);
        model.Entity<DigestVisits>().HasKey(visits => new { visits.Week, visits.Day });
    }
}
