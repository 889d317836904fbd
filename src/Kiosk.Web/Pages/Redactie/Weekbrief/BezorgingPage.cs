using Kiosk.Data;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Kiosk.Web.Subscribing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Weekbrief;

/// <summary>How the letters of a week fare: how far they are while they go, which did not arrive and why, and who came and went.</summary>
public sealed class BezorgingPage(IDbContextFactory<KioskDb> archive, MailServerRest rest, DutchTime time) : PageModel
{
    private const int Weeks = 8;

    public DateOnly Week { get; private set; }

    public DigestProgress Progress { get; private set; } = null!;

    public IReadOnlyList<SubscriptionWeek> Growth { get; private set; } = [];

    /// <summary>How many get letters, and to how many they stopped because mail does not arrive.</summary>
    public (int Mailed, int Stopped) Subscribers { get; private set; }

    /// <summary>Why this node can send nothing now; null if it can.</summary>
    public MailServerTrouble? Trouble => rest.Trouble;

    public DateOnly ThisWeek => DigestCalendar.WeekOf(time.Today);

    public async Task<IActionResult> OnGetAsync(string? week, CancellationToken cancellation)
    {
        if ((week is null ? ThisWeek : DigestCalendar.Parse(week)) is not { } monday)
            return NotFound();
        Week = monday;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Progress = await DigestProgress.ReadAsync(db, monday, cancellation);
        Growth = await SubscriptionWeek.ReadAsync(db, ThisWeek, Weeks, cancellation);
        var confirmed = db.Subscribers.Where(one => one.ConsentedAt != null);
        Subscribers = (await confirmed.CountAsync(one => one.StoppedAt == null, cancellation), await confirmed.CountAsync(one => one.StoppedAt != null, cancellation));
        return Page();
    }
}
