using Kiosk.Data;
using Kiosk.Web.Digests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Weekbrief;

/// <summary>The digest of a week on the web: everything that was in anybody's letter.</summary>
public sealed class EditiePage(IDbContextFactory<KioskDb> archive) : PageModel
{
    public PublishedDigest Digest { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string week, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (DigestCalendar.Parse(week) is not { } monday || await PublishedDigest.ReadAsync(db, monday, topic: null, cancellation) is not { } digest)
            return NotFound();
        Digest = digest;
        return Page();
    }
}
