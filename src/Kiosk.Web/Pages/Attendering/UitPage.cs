using Kiosk.Data;
using Kiosk.Web.Alerts;
using Kiosk.Web.Digests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Attendering;

/// <summary>
/// Switching an alert off from a letter: the page shows, its button acts, and so does the one click of a mail program (RFC 8058), which posts here without any
/// cookie. The signed link is the proof, so no other token is asked for.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class UitPage(IDbContextFactory<KioskDb> archive, AlertBook book, SubscriberLinks links) : PageModel
{
    /// <summary>False once it is off, or gone.</summary>
    public bool IsOn { get; private set; }

    public string Query { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        if (links.Read(token, LinkUse.Alert) is not { } id)
            return NotFound();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var alert = await db.Alerts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.PausedAt == null && one.RemovedAt == null, cancellation);
        (IsOn, Query) = (alert is not null, alert?.Query ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        if (links.Read(token, LinkUse.Alert) is not { } id)
            return NotFound();
        await book.SwitchOffAsync(id, cancellation);
        return Page();
    }
}
