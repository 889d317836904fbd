using Kiosk.Data;
using Kiosk.Web.Insight;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Inzicht;

/// <summary>What readers need, so that editors know what is missing. Numbers of at least ten people, and no persons.</summary>
public sealed class InzichtPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    public static readonly IReadOnlyList<(int Weeks, string Label)> Periods = [(4, "4 weken"), (12, "12 weken"), (52, "Een jaar")];

    /// <summary>Of the period that is shown unless another is asked for.</summary>
    public const int UsualWeeks = 12;

    public int Weeks { get; private set; } = UsualWeeks;

    public InsightFigures Figures { get; private set; } = null!;

    /// <param name="bestand"><c>csv</c> for the table behind the page.</param>
    public async Task<IActionResult> OnGetAsync(int? weken, string? bestand, CancellationToken cancellation)
    {
        if (Periods.Any(period => period.Weeks == weken))
            Weeks = weken!.Value;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Figures = await InsightFigures.ReadAsync(db, time.Today, Weeks, cancellation);
        return bestand == "csv" ? File(InsightTable.Write(Figures), "text/csv; charset=utf-8", $"inzicht-{time.Today:yyyy-MM-dd}.csv") : Page();
    }

    /// <summary>A number, or that too few people are behind it.</summary>
    public static string Shown(int? number) => number is { } known ? DutchText.Number(known) : $"onder de {Crowd.Least}";
}
