using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Web.Editions;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Vandaag;

/// <summary>Reads what the pieces of an edition show.</summary>
internal static class EditionPieces
{
    /// <summary>Those that can be seen, in the order given.</summary>
    public static async Task<List<Piece>> ReadAsync(KioskDb db, IReadOnlyList<(long Article, string Why, long? Pick)> pieces, CancellationToken cancellation)
    {
        var (ids, pickIds) = (pieces.Select(piece => piece.Article).ToList(), pieces.Select(piece => piece.Pick).OfType<long>().ToList());
        var cards = await db.Articles.AsNoTracking().Where(article => ids.Contains(article.Id) && article.State == ArticleState.Visible)
            .Select(ArticleCard.Projection).ToDictionaryAsync(card => card.Id, cancellation);
        var picks = pickIds.Count == 0 ? [] : await db.Picks.AsNoTracking().Where(pick => pickIds.Contains(pick.Id)).ToDictionaryAsync(pick => pick.Id, cancellation);
        return [.. pieces.Where(piece => cards.ContainsKey(piece.Article))
            .Select(piece => new Piece(cards[piece.Article], piece.Why) { Pick = piece.Pick is { } pick ? picks.GetValueOrDefault(pick) : null })];
    }

    /// <summary>The edition of a reader with an account, with what she did with each piece.</summary>
    public static async Task<List<Piece>> ReadAsync(KioskDb db, Guid user, DayEdition day, CancellationToken cancellation)
    {
        var pieces = await ReadAsync(db, [.. day.Pieces.Select(piece => (piece.ArticleId, piece.Why, piece.PickId))], cancellation);
        var ids = pieces.Select(piece => piece.Card.Id).ToList();
        var judged = await db.Judgements.AsNoTracking().Where(judgement => judgement.UserId == user && ids.Contains(judgement.ArticleId))
            .ToDictionaryAsync(judgement => judgement.ArticleId, cancellation);
        var read = await db.ReadingHistory.Where(item => item.UserId == user && item.Act == HistoryAct.Gelezen && ids.Contains(item.ArticleId))
            .Select(item => item.ArticleId).ToListAsync(cancellation);
        var before = day.Pieces.Where(piece => piece.InPlaceOf is not null).ToDictionary(piece => piece.ArticleId, piece => piece.InPlaceOf!.Value);
        var (gone, titles) = (before.Values.ToList(), new Dictionary<long, string>());
        if (gone.Count > 0)
            titles = await db.Articles.Where(article => gone.Contains(article.Id)).ToDictionaryAsync(article => article.Id, article => article.Title, cancellation);
        return [.. pieces.Select(piece => piece with
        {
            IsRead = read.Contains(piece.Card.Id),
            Acts = new PieceActs(judged.GetValueOrDefault(piece.Card.Id), before.TryGetValue(piece.Card.Id, out var old) ? titles.GetValueOrDefault(old) : null),
        })];
    }
}
