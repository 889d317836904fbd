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

    /// <summary>The four numbers at the top; null where too few people are behind one.</summary>
    public IReadOnlyList<(string Label, string? Figure)> InShort =>
    [
        ("Gelezen stukken", Total(Figures.Reads)), ("Bewaarde stukken", Total(Figures.Saves)), ("Zoekvragen", Total(Figures.Searches)),
        ("Zoeken zonder resultaat", Figures.FoundNothing is { } part ? FormattableString.Invariant($"{Math.Round(part * 100)}%") : null),
    ];

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

    private static string? Total(IReadOnlyDictionary<DateOnly, int> weeks) => weeks.Count == 0 ? null : DutchText.Number(weeks.Values.Sum());
}
