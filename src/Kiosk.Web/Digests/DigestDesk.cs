using Kiosk.Data;
using Kiosk.Data.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>What editors do with a digest: order, drop, add, write, hold back and approve.</summary>
public sealed class DigestDesk(IDbContextFactory<KioskDb> archive, DigestPreview preview, TimeProvider time)
{
    /// <summary>So many pieces of a topic are shown to be ordered.</summary>
    public const int Shown = 12;

    /// <summary>Moves a piece one place. What stands above keeps its place by hand from now on.</summary>
    /// <param name="by">-1 is up, 1 is down.</param>
    public async Task MoveAsync(DateOnly week, int topic, long article, int by, CancellationToken cancellation)
    {
        var order = (await preview.PoolAsync(week, cancellation)).Of(topic).Take(Shown).Select(item => item.ArticleId).ToList();
        var (from, to) = (order.IndexOf(article), order.IndexOf(article) + by);
        if (from < 0 || to < 0 || to >= order.Count)
            return;
        (order[from], order[to]) = (order[to], order[from]);
        await PlaceAsync(week, topic, order.Take(Math.Max(from, to) + 1).ToList(), cancellation);
    }

    /// <summary>Puts an article in front of a topic.</summary>
    /// <returns>False if there is no such article, or readers cannot see it.</returns>
    public async Task<bool> AddAsync(DateOnly week, int topic, long article, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await db.Articles.AnyAsync(one => one.Id == article && one.State == ArticleState.Visible, cancellation))
            return false;
        await RestoreAsync(topic, article, cancellation);
        var placed = (await preview.PoolAsync(week, cancellation)).Of(topic).Where(item => item.Place is not null && item.ArticleId != article).Select(item => item.ArticleId);
        await PlaceAsync(week, topic, [article, .. placed], cancellation);
        return true;
    }

    /// <summary>Takes a piece out, here and in later digests.</summary>
    public async Task DropAsync(DateOnly week, int topic, long article, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var digest = await DeliveryPlan.DigestOfAsync(db, week, cancellation);
        if (!await db.Topics.AnyAsync(one => one.Id == topic, cancellation) || !await db.Articles.AnyAsync(one => one.Id == article, cancellation))
            return;
        (await RowAsync(db, digest.Id, topic, article, cancellation)).DroppedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Takes back that a piece was taken out.</summary>
    public async Task RestoreAsync(int topic, long article, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.DigestPieces.Where(piece => piece.TopicId == topic && piece.ArticleId == article)
            .ExecuteUpdateAsync(set => set.SetProperty(piece => piece.DroppedAt, (DateTimeOffset?)null), cancellation);
    }

    /// <summary>What was taken out of this digest, with the topic and the title of each.</summary>
    public async Task<IReadOnlyList<DroppedPiece>> DroppedAsync(DateOnly week, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.DigestPieces.AsNoTracking().Where(piece => piece.Digest!.Week == week && piece.DroppedAt != null).OrderByDescending(piece => piece.DroppedAt)
            .Select(piece => new DroppedPiece(piece.TopicId, piece.Topic!.Name, piece.ArticleId, piece.Article!.Title)).ToListAsync(cancellation);
    }

    /// <summary>What the editors say about a topic; empty takes it away.</summary>
    public async Task IntroduceAsync(DateOnly week, int topic, string words, string signature, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var digest = await DeliveryPlan.DigestOfAsync(db, week, cancellation);
        var row = await db.DigestTopics.SingleOrDefaultAsync(one => one.DigestId == digest.Id && one.TopicId == topic, cancellation);
        if (words.Length == 0)
            await db.DigestTopics.Where(one => one.DigestId == digest.Id && one.TopicId == topic).ExecuteDeleteAsync(cancellation);
        else if (row is not null)
            (row.Introduction, row.Signature) = (words, signature);
        else if (await db.Topics.AnyAsync(one => one.Id == topic, cancellation))
            db.DigestTopics.Add(new DigestTopic { DigestId = digest.Id, TopicId = topic, Introduction = words, Signature = signature });
        if (words.Length > 0)
            await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Changes the digest itself.</summary>
    /// <param name="version">That the editor saw; null if it does not matter.</param>
    /// <returns>False if somebody else changed it meanwhile.</returns>
    public async Task<bool> ChangeAsync(DateOnly week, int? version, Action<Digest, DateTimeOffset> change, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var digest = await DeliveryPlan.DigestOfAsync(db, week, cancellation);
        if (version is { } seen && digest.Version != seen)
            return false;
        change(digest, time.GetUtcNow());
        digest.Version++;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private async Task PlaceAsync(DateOnly week, int topic, List<long> order, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var digest = await DeliveryPlan.DigestOfAsync(db, week, cancellation);
        for (var place = 0; place < order.Count; place++)
        {
            var row = await RowAsync(db, digest.Id, topic, order[place], cancellation);
            (row.Position, row.PlacedAt) = (place, row.PlacedAt ?? time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static async Task<DigestPiece> RowAsync(KioskDb db, long digest, int topic, long article, CancellationToken cancellation) =>
        await db.DigestPieces.SingleOrDefaultAsync(piece => piece.DigestId == digest && piece.TopicId == topic && piece.ArticleId == article, cancellation)
        ?? db.DigestPieces.Add(new DigestPiece { DigestId = digest, TopicId = topic, ArticleId = article }).Entity;
}

/// <summary>A piece that an editor took out.</summary>
public sealed record DroppedPiece(int TopicId, string Topic, long ArticleId, string Title);
