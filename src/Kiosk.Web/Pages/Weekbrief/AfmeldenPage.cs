using Kiosk.Web.Digests;
using Kiosk.Web.Subscribing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Weekbrief;

/// <summary>
/// Leaving: the page shows, its button acts, and so does the one click of a mail program (RFC 8058), which posts here without any cookie. The signed link
/// is the proof, so no other token is asked for.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class AfmeldenPage(Subscriptions subscriptions, SubscriberLinks links) : PageModel
{
    /// <summary>Masked; null once she is gone.</summary>
    public string? Address { get; private set; }

    public string? Preferences { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        if (links.Read(token, LinkUse.Manage) is not { } id)
            return NotFound();
        if (await subscriptions.FindAsync(id, cancellation) is { } subscriber)
            (Address, Preferences) = (Masked.Address(subscriber.Email), $"{SubscriberLinks.PreferencesPath}/{token}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        if (links.Read(token, LinkUse.Manage) is not { } id)
            return NotFound();
        await subscriptions.LeaveAsync(id, cancellation);
        return Page();
    }
}
