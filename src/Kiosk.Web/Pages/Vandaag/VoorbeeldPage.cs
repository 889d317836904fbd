using System.Globalization;
using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Pages.Redactie.Keuzes;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Vandaag;

/// <summary>The front page of a day to come, as a reader will see it: for editors who plan it.</summary>
[Authorize(Policy = Access.Editor)]
public sealed class VoorbeeldPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    public DateOnly Day { get; private set; }

    public Edition Edition { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string dag, CancellationToken cancellation)
    {
        if (!DateOnly.TryParseExact(dag, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < time.Today || day >= time.Today.AddDays(KeuzesPage.Days))
            return NotFound();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Day = day;
        Edition = await OpenEdition.ReadAsync(db, time, day, cancellation);
        Edition = Edition.WithSources(await StorySiblings.SourcesAsync(db, [.. Edition.All.Select(piece => piece.Card)], cancellation));
        return Page();
    }
}
