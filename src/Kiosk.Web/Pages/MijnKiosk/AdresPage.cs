using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Another mail address: it counts once a link mailed to it was opened.</summary>
[Authorize(Policy = Access.Fresh)]
public sealed class AdresPage(UserManager<User> users, AccountLinks links, Postbox post) : PageModel
{
    public string? Problem { get; private set; }

    public string? Asked { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync([FromForm(Name = "adres")] string? typed, CancellationToken cancellation)
    {
        if (EmailAddress.Parse(typed) is not { } address)
        {
            Problem = "Dit is geen e-mailadres. Controleer het, bijvoorbeeld: naam@gemeente.nl.";
            return;
        }

        // The same answer whether or not the address is somebody's already.
        if (await users.FindByEmailAsync(address) is not null)
            await links.PretendAsync(cancellation);
        else if (await links.MakeAsync(LinkPurpose.Address, Visitor.Of(User)!.Id, address, cancellation) is { } link)
            post.Drop(AccountLetters.NewAddress(address, link));
        Asked = address;
    }
}
