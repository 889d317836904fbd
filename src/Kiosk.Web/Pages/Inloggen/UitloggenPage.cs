using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Inloggen;

/// <summary>Signs out on this device.</summary>
public sealed class UitloggenPage(Sessions sessions) : PageModel
{
    public IActionResult OnGet() => Visitor.Of(User) is null ? Redirect("/") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Visitor.Of(User) is { } visitor)
            await sessions.EndAsync(visitor.Id, visitor.Session, cancellation);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Redirect("/");
    }
}
