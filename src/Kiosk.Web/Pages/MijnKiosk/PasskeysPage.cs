using System.Buffers.Text;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Makes and removes passkeys (WebAuthn).</summary>
[Authorize(Policy = Access.Fresh)]
public sealed class PasskeysPage(UserManager<User> users, SignInManager<User> ceremonies, Sessions sessions, Postbox post) : PageModel
{
    /// <summary>Nobody needs more, and a row each would let one person fill the archive.</summary>
    private const int Most = 20;

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public bool Failed { get; private set; }

    public bool MayAdd => Passkeys.Count < Most;

    public async Task OnGetAsync() => Passkeys = await users.GetPasskeysAsync(await users.MeAsync(User));

    /// <summary>What the browser needs to make one, as JSON.</summary>
    public async Task<IActionResult> OnPostOptiesAsync()
    {
        var user = await users.MeAsync(User);
        var entity = new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Called };
        return Content(await ceremonies.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "passkey")] string? credential, CancellationToken cancellation)
    {
        var user = await users.MeAsync(User);
        Passkeys = await users.GetPasskeysAsync(user);
        Failed = !MayAdd || await MadeAsync(user, credential ?? "") is not { } passkey || !(await users.AddOrUpdatePasskeyAsync(user, passkey)).Succeeded;
        if (Failed)
            return Page();
        await sessions.ProveAsync(Visitor.Of(User)!.Session, secondFactor: false, cancellation);
        post.Drop(AccountLetters.Changed(user.Email!, "Er is een passkey bijgekomen waarmee je inlogt."));
        return Redirect("/mijn-kiosk/passkeys");
    }

    public async Task<IActionResult> OnPostWegAsync([FromForm(Name = "weg")] string? id)
    {
        var user = await users.MeAsync(User);
        if (!Base64Url.IsValid(id) || await users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(id)) is not { } passkey)
            return NotFound();
        await users.RemovePasskeyAsync(user, passkey.CredentialId);
        post.Drop(AccountLetters.Changed(user.Email!, "Er is een passkey weggehaald."));
        return Redirect("/mijn-kiosk/passkeys");
    }

    private async Task<UserPasskeyInfo?> MadeAsync(User user, string credential)
    {
        try
        {
            var attested = await ceremonies.PerformPasskeyAttestationAsync(credential);
            if (!attested.Succeeded || attested.UserEntity.Id != user.Id.ToString())
                return null;
            attested.Passkey.Name = Device.Of(Request);
            return attested.Passkey;
        }
        catch (InvalidOperationException)
        {
            // Identity's way to say that no ceremony is under way: the cookie ran out, or somebody made this up.
            return null;
        }
    }
}
