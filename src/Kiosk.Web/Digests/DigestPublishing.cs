using Kiosk.Data;
using Kiosk.Data.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>Notes what was in letters, so that the digest has a page on the web that tells the same.</summary>
internal static class DigestPublishing
{
    /// <summary>Notes pieces that were not in a letter of this digest before. Call it in the transaction that makes the letters.</summary>
    /// <returns>What was noted, to be remembered in the pool once the transaction holds.</returns>
    public static async Task<IReadOnlyList<(int Topic, long Article)>> NoteAsync(KioskDb db, DigestPool pool, IEnumerable<ChosenForLetter> chosen, CancellationToken cancellation)
    {
        var fresh = chosen.Where(piece => piece.Part == LetterPart.Onderwerp).Select(piece => (Topic: piece.TopicId, Article: piece.ArticleId)).Distinct().Where(key => !pool.Published.ContainsKey(key)).ToList();
        if (fresh.Count == 0)
            return fresh;
        var (digest, until, articles) = (pool.Digest.Id, pool.Until, fresh.Select(key => key.Article).ToArray());
        var rows = await db.DigestPieces.Where(piece => piece.DigestId == digest && EF.Parameter(articles).Contains(piece.ArticleId)).ToDictionaryAsync(piece => (piece.TopicId, piece.ArticleId), cancellation);
        foreach (var key in fresh)
        {
            if (!rows.TryGetValue(key, out var row))
                db.DigestPieces.Add(row = new DigestPiece { DigestId = digest, TopicId = key.Topic, ArticleId = key.Article, Position = Place(pool, key) });
            row.PublishedAt ??= until;
        }

        await db.SaveChangesAsync(cancellation);
        await db.Digests.Where(one => one.Id == digest && one.PublishedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.PublishedAt, until), cancellation);
        return fresh;
    }

    private static int Place(DigestPool pool, (int Topic, long Article) key)
    {
        var items = pool.Of(key.Topic);
        for (var at = 0; at < items.Count; at++)
        {
            if (items[at].ArticleId == key.Article)
                return at;
        }

        return items.Count;
    }
}
