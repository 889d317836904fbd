using Kiosk.Data;
using Kiosk.Web.Editions;
using Kiosk.Web.Pages.Welkom;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Vandaag;

/// <summary>The edition for who has no account: the editors' one, or by what she chose on this device. Nothing of it is kept.</summary>
internal static class OpenEdition
{
    private const int NewestOfAll = 200;
    private const int NewestBesideNews = 60;

    /// <summary>Of this moment.</summary>
    public static Task<Edition> ReadAsync(KioskDb db, DutchTime time, CancellationToken cancellation) => ReadAsync(db, time, time.Today, cancellation);

    /// <summary>Of a day, which may be to come: with what is there by now. Looks further back for what is no news, which would drown in it. Of a story only the lead is asked for, as long as it can be seen.</summary>
    public static async Task<Edition> ReadAsync(KioskDb db, DutchTime time, DateOnly day, CancellationToken cancellation)
    {
        var (now, recent) = (time.Now, time.Now.AddDays(-Edition.RecentDays - 1));
        var newest = db.Articles.AsNoTracking()
            .Where(article => article.State == ArticleState.Visible && article.PublishedAt <= now)
            .Where(article => article.StoryId == null || article.Story!.LeadId == article.Id || article.Story.Lead!.State != ArticleState.Visible)
            .OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id);
        var all = await newest.Take(NewestOfAll).Select(ArticleCard.Projection).ToListAsync(cancellation);
        var besideNews = await newest
            .Where(article => article.Kind != ArticleKind.Nieuws && article.PublishedAt > recent)
            .Take(NewestBesideNews).Select(ArticleCard.Projection).ToListAsync(cancellation);
        var cards = all.UnionBy(besideNews, card => card.Id).DistinctBy(card => card.StoryId ?? -card.Id);
        return Edition.Choose(cards, day, await EditorsAsync(db, day, cancellation));
    }

    /// <summary>By the topics and the role of a choice that a browser keeps.</summary>
    public static async Task<Edition> ReadAsync(KioskDb db, CandidatePool pool, DeviceChoice choice, DutchTime time, CancellationToken cancellation)
    {
        var taste = await choice.ToTasteAsync(db, cancellation);
        var picks = await EditorsPicks.PiecesAsync(db, time.Today, cancellation);
        var pieces = await Candidates.ReadAsync(db, pool, taste, time.Now, cancellation);
        var chosen = EditionChoice.Choose(Edition.Seats, picks, pieces, taste, time.Now);
        return Edition.Of(await EditionPieces.ReadAsync(db, [.. chosen.Select(piece => (piece.Piece.Id, piece.Why, piece.PickId))], cancellation), time.Today);
    }

    private static async Task<IReadOnlyList<Piece>> EditorsAsync(KioskDb db, DateOnly day, CancellationToken cancellation)
    {
        var picks = (await EditorsPicks.OfAsync(db, day, cancellation)).Where(pick => pick.EndsOn >= day).ToList();
        return await EditionPieces.ReadAsync(db, [.. picks.Select(pick => (pick.ArticleId, "Keuze van de redactie.", (long?)pick.Id))], cancellation);
    }
}
