using Kiosk.Data;
using Kiosk.Data.Editions;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>What the editors put in front.</summary>
public static class EditorsPicks
{
    /// <summary>How long ago a pick may have ended to take a seat that no current pick fills.</summary>
    private const int OlderDays = 60;

    private const int Most = 60;

    /// <summary>Picks whose period runs, the newest period first, and after these older ones. Of a piece that was picked twice only the latest.</summary>
    public static async Task<IReadOnlyList<Pick>> OfAsync(KioskDb db, DateOnly day, CancellationToken cancellation)
    {
        var oldest = day.AddDays(-OlderDays);
        var picks = await db.Picks.AsNoTracking()
            .Where(pick => pick.StartsOn <= day && pick.EndsOn >= oldest && pick.Article!.State == ArticleState.Visible)
            .OrderByDescending(pick => pick.StartsOn).ThenByDescending(pick => pick.Id).Take(Most).ToListAsync(cancellation);
        return [.. picks.OrderByDescending(pick => pick.EndsOn >= day).DistinctBy(pick => pick.ArticleId)];
    }

    /// <summary>The same as pieces to choose from.</summary>
    public static async Task<IReadOnlyList<PickedPiece>> PiecesAsync(KioskDb db, DateOnly day, CancellationToken cancellation)
    {
        var picks = await OfAsync(db, day, cancellation);
        var facts = (await Candidates.FactsAsync(db, [.. picks.Select(pick => pick.ArticleId)], within: null, cancellation)).ToDictionary(piece => piece.Id);
        return [.. picks.Where(pick => facts.ContainsKey(pick.ArticleId)).Select(pick => new PickedPiece(facts[pick.ArticleId], pick.Id, pick.EndsOn >= day))];
    }
}
