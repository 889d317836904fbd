using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Agenda;

/// <summary>What the field's agenda still holds, by day. It ends: a hundred events at most.</summary>
public sealed class AgendaPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    /// <summary>Events by month, the nearest first.</summary>
    public IReadOnlyList<IGrouping<string, ArticleCard>> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var cards = await Upcoming.Events(db, time.Now).Take(Upcoming.Most).Select(ArticleCard.Projection).ToListAsync(cancellation);
        Months = [.. cards.GroupBy(card => DutchTime.Month(card.Event!.StartsAt > time.Now ? card.Event.StartsAt : time.Now), StringComparer.Ordinal)];
    }
}
