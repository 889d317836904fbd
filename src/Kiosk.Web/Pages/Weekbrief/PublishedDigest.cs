using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Data.Editions;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Weekbrief;

/// <summary>A digest as it went out, for readers on the web.</summary>
/// <param name="Topics">Those that have something, in order.</param>
public sealed record PublishedDigest(DateOnly Week, string Introduction, string Signature, IReadOnlyList<PublishedTopic> Topics)
{
    /// <summary>Null if nothing of that week went out.</summary>
    /// <param name="topic">Of this topic alone; null: of all.</param>
    public static async Task<PublishedDigest?> ReadAsync(KioskDb db, DateOnly week, int? topic, CancellationToken cancellation)
    {
        if (await db.Digests.AsNoTracking().SingleOrDefaultAsync(digest => digest.Week == week && digest.PublishedAt != null, cancellation) is not { } found)
            return null;
        var rows = await db.DigestPieces.AsNoTracking()
            .Where(piece => piece.DigestId == found.Id && piece.PublishedAt != null && piece.Article!.State == ArticleState.Visible && (topic == null || piece.TopicId == topic))
            .OrderBy(piece => piece.Topic!.Position).ThenBy(piece => piece.TopicId).ThenBy(piece => piece.Position).ThenBy(piece => piece.ArticleId)
            .Select(piece => new { piece.TopicId, piece.Topic!.Slug, piece.Topic.Name, piece.ArticleId }).ToListAsync(cancellation);
        var ids = rows.Select(row => row.ArticleId).Distinct().ToArray();
        var cards = await db.Articles.AsNoTracking().Where(article => EF.Parameter(ids).Contains(article.Id)).Select(ArticleCard.Projection).ToDictionaryAsync(card => card.Id, cancellation);
        var picks = (await db.Picks.AsNoTracking().Where(pick => EF.Parameter(ids).Contains(pick.ArticleId)).OrderBy(pick => pick.Id).ToListAsync(cancellation)).GroupBy(pick => pick.ArticleId).ToDictionary(group => group.Key, group => group.Last());
        var words = await db.DigestTopics.AsNoTracking().Where(one => one.DigestId == found.Id).ToDictionaryAsync(one => one.TopicId, cancellation);
        return new PublishedDigest(week, found.Introduction, found.Signature, [.. rows.GroupBy(row => (row.TopicId, row.Slug, row.Name)).Select(group => new PublishedTopic(
            group.Key.Slug, group.Key.Name, words.GetValueOrDefault(group.Key.TopicId), [.. group.Select(row => new PublishedPiece(cards[row.ArticleId], picks.GetValueOrDefault(row.ArticleId)))]))]);
    }
}

/// <param name="Words">What the editors say of it; null if nothing.</param>
public sealed record PublishedTopic(string Slug, string Name, DigestTopic? Words, IReadOnlyList<PublishedPiece> Pieces);

/// <param name="Pick">Null if the editors did not pick it.</param>
public sealed record PublishedPiece(ArticleCard Card, Pick? Pick);
