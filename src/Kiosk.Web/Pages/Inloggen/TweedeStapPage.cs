using Kiosk.Web.Accounts;
using Kiosk.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Inloggen;

/// <summary>Asks for a code of the authenticator, after a password or a link.</summary>
public sealed class TweedeStapPage(Door door) : PageModel
{
    [FromQuery(Name = "terug")]
    public string? Back { get; set; }

    public bool Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await door.WaitingAsync(HttpContext) is null ? Redirect("/inloggen") : Page();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "code")] string? code)
    {
        switch (await door.ByCodeAsync(HttpContext, code))
        {
            case Entry.Entered:
                return LocalRedirect(LocalPath.Of(Back));
            case Entry.SecondStep:
                Wrong = true;
                return Page();
            default:
                return Redirect("/inloggen");
        }
    }
}
