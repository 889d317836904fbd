using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Digests.Writing;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>
/// Makes the letters of a batch of deliveries. What is in a letter is written down before it goes out, in one transaction with how far she now is: a later
/// attempt sends the same pieces, and no piece comes twice.
/// </summary>
public sealed class LetterComposer(IDbContextFactory<KioskDb> archive, SubscriberLinks links, DigestMail mail)
{
    /// <summary>The letters of deliveries that a worker holds; in a letter that is empty there is nothing to say.</summary>
    /// <exception cref="DbUpdateException">Somebody left, or another node took over, in the middle: let go and claim anew.</exception>
    public async Task<IReadOnlyList<(Delivery Delivery, DigestLetter Letter)>> ComposeAsync(IReadOnlyList<Delivery> batch, string worker, DigestPool pool, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var chosen = await ChosenBeforeAsync(db, [.. batch.Where(delivery => delivery.ComposedAt is not null)], cancellation);
        var fresh = batch.Where(delivery => delivery.ComposedAt is null).ToList();
        if (fresh.Count > 0)
            await ChooseAsync(db, fresh, worker, pool, chosen, cancellation);
        await LetterPiece.FillAsync(db, pool, chosen.Values.SelectMany(pieces => pieces).Select(piece => piece.ArticleId), DutchTime.DayOf(pool.Until), cancellation);
        return [.. batch.Select(delivery => (delivery, Write(pool, chosen.GetValueOrDefault(delivery.SubscriberId) ?? [], DutchTime.DayOf(delivery.DueAt), links.Token(delivery.SubscriberId, LinkUse.Manage))))];
    }

    /// <summary>A letter that nobody gets: of these topics, as if nothing had come before.</summary>
    public async Task<DigestLetter> PreviewAsync(DigestPool pool, IReadOnlySet<int> topics, int size, DateTimeOffset since, HadBefore had, DateOnly day, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var chosen = LetterChoice.Choose(pool, topics, size, since, had);
        await LetterPiece.FillAsync(db, pool, chosen.Select(piece => piece.ArticleId), DutchTime.DayOf(pool.Until), cancellation);
        return Write(pool, chosen, day, manage: null);
    }

    /// <summary>Since when a letter tells the news to somebody who had none before.</summary>
    public static DateTimeOffset FirstSince(Rhythm rhythm, DateTimeOffset until) => until.AddDays(rhythm == Rhythm.Week ? -7 : -31);

    /// <summary>What subscribers had before, as far as it could come again; by subscriber.</summary>
    public static async Task<ILookup<long, (long Article, long? Story)>> HadAsync(KioskDb db, IReadOnlyCollection<long> subscribers, DigestPool pool, CancellationToken cancellation)
    {
        var (ids, from) = (subscribers.ToArray(), pool.From);
        var older = pool.Items.Values.SelectMany(items => items).Select(item => item.ArticleId)
            .Concat(pool.Agenda.Concat(pool.Saved).Select(extra => extra.ArticleId)).Where(article => article < from).Distinct().ToArray();
        var had = await db.DeliveryPieces.AsNoTracking().Where(piece => EF.Parameter(ids).Contains(piece.SubscriberId) && piece.ArticleId >= from)
            .Select(piece => new { piece.SubscriberId, piece.ArticleId, piece.Article!.StoryId }).ToListAsync(cancellation);
        if (older.Length > 0)
        {
            had.AddRange(await db.DeliveryPieces.AsNoTracking().Where(piece => EF.Parameter(ids).Contains(piece.SubscriberId) && EF.Parameter(older).Contains(piece.ArticleId))
                .Select(piece => new { piece.SubscriberId, piece.ArticleId, piece.Article!.StoryId }).ToListAsync(cancellation));
        }

        return had.ToLookup(row => row.SubscriberId, row => (row.ArticleId, row.StoryId));
    }

    private static async Task<Dictionary<long, IReadOnlyList<ChosenForLetter>>> ChosenBeforeAsync(KioskDb db, IReadOnlyList<Delivery> composed, CancellationToken cancellation)
    {
        var chosen = new Dictionary<long, IReadOnlyList<ChosenForLetter>>();
        if (composed.Count == 0)
            return chosen;
        var (subscribers, digests) = (composed.Select(delivery => delivery.SubscriberId).ToArray(), composed.Select(delivery => delivery.DigestId).Distinct().ToArray());
        var pieces = await db.DeliveryPieces.AsNoTracking().Where(piece => EF.Parameter(subscribers).Contains(piece.SubscriberId) && EF.Parameter(digests).Contains(piece.DigestId))
            .OrderBy(piece => piece.Position).ToListAsync(cancellation);
        foreach (var group in pieces.GroupBy(piece => piece.SubscriberId))
            chosen[group.Key] = [.. group.Select(piece => new ChosenForLetter(piece.ArticleId, piece.TopicId ?? 0, piece.Part))];
        return chosen;
    }

    private static async Task ChooseAsync(
        KioskDb db, List<Delivery> fresh, string worker, DigestPool pool, Dictionary<long, IReadOnlyList<ChosenForLetter>> chosen, CancellationToken cancellation)
    {
        var ids = fresh.Select(delivery => delivery.SubscriberId).ToArray();
        var topics = (await db.SubscriberTopics.AsNoTracking().Where(link => EF.Parameter(ids).Contains(link.SubscriberId)).Select(link => new { link.SubscriberId, link.TopicId }).ToListAsync(cancellation))
            .ToLookup(link => link.SubscriberId, link => link.TopicId);
        var had = await HadAsync(db, ids, pool, cancellation);
        foreach (var delivery in fresh)
        {
            var subscriber = delivery.Subscriber!;
            chosen[subscriber.Id] = LetterChoice.Choose(pool, topics[subscriber.Id].ToHashSet(), subscriber.Size, subscriber.CoveredUntil ?? FirstSince(subscriber.Rhythm, pool.Until),
                HadBefore.Of([.. had[subscriber.Id]]));
            db.DeliveryPieces.AddRange(chosen[subscriber.Id].Select((piece, position) => new DeliveryPiece
            {
                SubscriberId = subscriber.Id,
                ArticleId = piece.ArticleId,
                DigestId = delivery.DigestId,
                TopicId = piece.TopicId,
                Part = piece.Part,
                Position = position,
            }));
        }

        await StoreAsync(db, fresh, worker, pool, chosen, cancellation);
    }

    private static async Task StoreAsync(
        KioskDb db, List<Delivery> fresh, string worker, DigestPool pool, Dictionary<long, IReadOnlyList<ChosenForLetter>> chosen, CancellationToken cancellation)
    {
        var (deliveries, subscribers) = (fresh.Select(delivery => delivery.Id).ToArray(), fresh.Select(delivery => delivery.SubscriberId).ToArray());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var held = await db.Deliveries.Where(delivery => EF.Parameter(deliveries).Contains(delivery.Id) && delivery.LeaseOwner == worker && delivery.ComposedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.CoversFrom, delivery => db.Subscribers.Where(subscriber => subscriber.Id == delivery.SubscriberId).Select(subscriber => subscriber.CoveredUntil).FirstOrDefault())
                .SetProperty(delivery => delivery.ComposedAt, pool.Until), cancellation);
        if (held != fresh.Count)
            throw new DbUpdateException("Somebody left, or another node took over.");
        foreach (var first in fresh.Where(delivery => delivery.Subscriber!.CoveredUntil is null).GroupBy(delivery => delivery.Subscriber!.Rhythm))
        {
            var (ids, since) = (first.Select(delivery => delivery.Id).ToArray(), FirstSince(first.Key, pool.Until));
            await db.Deliveries.Where(delivery => EF.Parameter(ids).Contains(delivery.Id)).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.CoversFrom, since), cancellation);
        }

        await db.Subscribers.Where(subscriber => EF.Parameter(subscribers).Contains(subscriber.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(subscriber => subscriber.CoveredUntil, pool.Until), cancellation);
        await db.SaveChangesAsync(cancellation);
        var noted = await DigestPublishing.NoteAsync(db, pool, chosen.Values.SelectMany(pieces => pieces), cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var key in noted)
            pool.Published[key] = true;
        foreach (var delivery in fresh)
            (delivery.ComposedAt, delivery.CoversFrom) = (pool.Until, delivery.Subscriber!.CoveredUntil ?? FirstSince(delivery.Subscriber.Rhythm, pool.Until));
    }

    private DigestLetter Write(DigestPool pool, IReadOnlyList<ChosenForLetter> chosen, DateOnly day, string? manage)
    {
        var there = chosen.Where(piece => pool.Pieces.ContainsKey(piece.ArticleId)).ToList();
        IReadOnlyList<LetterPiece> Of(LetterPart part, int? topic = null) => [.. there.Where(piece => piece.Part == part && (topic is null || piece.TopicId == topic)).Select(piece => pool.Pieces[piece.ArticleId])];
        return new DigestLetter
        {
            Week = pool.Digest.Week,
            Day = day,
            Introduction = pool.Digest.Introduction,
            Signature = pool.Digest.Signature,
            Sections = [.. pool.Topics.Select(topic => new LetterSection(topic.Slug, topic.Name, topic.Introduction, topic.Signature, Of(LetterPart.Onderwerp, topic.Id))).Where(section => section.Pieces.Count > 0)],
            Saved = Of(LetterPart.Bewaard),
            Agenda = Of(LetterPart.Agenda),
            Links = mail.Links(pool.Digest.Week, manage),
        };
    }
}
