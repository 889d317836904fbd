using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Inloggen;

/// <summary>Where a link leads. Asking for it changes nothing, since mail scanners follow links; its button uses it up.</summary>
public sealed class LinkPage(Door door, AccountLinks links) : PageModel
{
    [FromQuery(Name = "terug")]
    public string? Back { get; set; }

    /// <summary>What the link is good for; null if nothing any more.</summary>
    public AccountLink? Link { get; private set; }

    public string? Problem { get; private set; }

    public bool IsSetup => Link?.Purpose == LinkPurpose.Setup;

    public async Task OnGetAsync(string secret, CancellationToken cancellation) => await FindAsync(secret, cancellation);

    public async Task<IActionResult> OnPostAsync(string secret, [FromForm(Name = "adres")] string? typed, CancellationToken cancellation)
    {
        if (await FindAsync(secret, cancellation) is not { } link)
            return Page();
        var address = IsSetup ? EmailAddress.Parse(typed) : null;
        if (IsSetup && address is null)
        {
            Problem = "Dit is geen e-mailadres. Controleer het, bijvoorbeeld: naam@gemeente.nl.";
            return Page();
        }

        var back = link.Purpose == LinkPurpose.SignIn ? LocalPath.Of(Back) : "/mijn-kiosk";
        switch (await door.ByLinkAsync(HttpContext, link, address))
        {
            case Entry.Entered:
                return LocalRedirect(back);
            case Entry.SecondStep:
                return Redirect(InloggenPage.SecondStep(back));
            default:
                Link = null;
                return Page();
        }
    }

    private async Task<AccountLink?> FindAsync(string secret, CancellationToken cancellation)
    {
        Link = await links.FindAsync(secret, cancellation);
        Response.StatusCode = Link is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Link;
    }
}
