using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Http;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Inloggen;

/// <summary>Asks somebody who is signed in to prove once more that it is her, before something that cannot be undone.</summary>
[Authorize(Policy = Access.Reader)]
public sealed class BevestigPage(Door door, UserManager<User> users, SignInManager<User> ceremonies, AccountLinks links, Postbox post) : PageModel
{
    [FromQuery(Name = "terug")]
    public string? Back { get; set; }

    public string BackPath => LocalPath.Of(Back);

    public bool HasPassword { get; private set; }

    public bool HasCode { get; private set; }

    public bool HasPasskey { get; private set; }

    public bool Wrong { get; private set; }

    public bool Asked { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "wachtwoord")] string? password, [FromForm(Name = "code")] string? code, [FromForm(Name = "passkey")] string? credential, CancellationToken cancellation)
    {
        if (await door.ProveAsync(Visitor.Of(User)!, password, code, credential, cancellation))
            return LocalRedirect(BackPath);
        await LoadAsync();
        Wrong = true;
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptiesAsync() =>
        Content(await ceremonies.MakePasskeyRequestOptionsAsync(await users.MeAsync(User)), "application/json");

    /// <summary>Signing in anew, by link, is a proof too.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation)
    {
        var me = Visitor.Of(User)!;
        if (await links.MakeAsync(LinkPurpose.SignIn, me.Id, me.Email, cancellation) is { } link)
            post.Drop(AccountLetters.SignIn(me.Email, new Uri($"{link}?terug={Uri.EscapeDataString(BackPath)}")));
        await LoadAsync();
        Asked = true;
        return Page();
    }

    private async Task LoadAsync()
    {
        var user = await users.MeAsync(User);
        (HasPassword, HasCode, HasPasskey) = (user.PasswordHash is not null, user.TwoFactorEnabled, (await users.GetPasskeysAsync(user)).Count > 0);
    }
}
