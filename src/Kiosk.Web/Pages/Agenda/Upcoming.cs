using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Agenda;

/// <summary>Which events stand in the agenda: those that are not over. One without an end stays for the day on which it begins.</summary>
internal static class Upcoming
{
    public const int Most = 100;

    /// <summary>The articles of these events, the nearest first.</summary>
    public static IQueryable<Article> Events(KioskDb db, DateTimeOffset now)
    {
        var today = DutchTime.StartOf(DutchTime.DayOf(now));
        return db.ArticleEvents.AsNoTracking()
            .Where(found => found.Article!.State == ArticleState.Visible && (found.EndsAt > now || (found.EndsAt == null && found.StartsAt >= today)))
            .OrderBy(found => found.StartsAt).ThenBy(found => found.ArticleId)
            .Select(found => found.Article!);
    }
}
