using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Http;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>The second step: an authenticator app, proven by its first code, and recovery codes for when the phone is gone.</summary>
[Authorize(Policy = Access.Fresh)]
public sealed class TweedeStapInstellenPage(UserManager<User> users, Sessions sessions, Door door, Postbox post, IOptions<KioskOptions> options) : PageModel
{
    private const int RecoveryCodes = 10;

    [FromQuery(Name = "terug")]
    public string? Back { get; set; }

    public bool IsOn { get; private set; }

    /// <summary>True if this person's role asks for a second step.</summary>
    public bool IsNeeded => options.Value.RequireSecondFactor && Visitor.Of(User)!.Role > Role.Lezer;

    /// <summary>For the app, in Base32; null while the second step is on: then nobody sees it again.</summary>
    public string? Key { get; private set; }

    /// <summary>The same as an address that an app on this very phone opens.</summary>
    public string? AppAddress { get; private set; }

    /// <summary>The same for the camera of a phone; null if the address is too long for it.</summary>
    public QrCode? Picture => AppAddress is null ? null : QrCode.Of(AppAddress);

    public bool Wrong { get; private set; }

    /// <summary>Shown once; null at all other times.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public int CodesLeft { get; private set; }

    public async Task OnGetAsync() => await LoadAsync(await users.MeAsync(User));

    /// <summary>Switches it on, if the code shows that the app has the key.</summary>
    public async Task OnPostAsync([FromForm(Name = "code")] string? code, CancellationToken cancellation)
    {
        var user = await users.MeAsync(User);
        if (user.TwoFactorEnabled || !await door.IsCodeRightAsync(user, code ?? ""))
        {
            Wrong = !user.TwoFactorEnabled;
            await LoadAsync(user);
            return;
        }

        await users.SetTwoFactorEnabledAsync(user, true);
        await sessions.ProveAsync(Visitor.Of(User)!.Session, secondFactor: true, cancellation);
        post.Drop(AccountLetters.Changed(user.Email!, "De tweede stap bij het inloggen staat nu aan."));
        await ShowCodesAsync(user);
    }

    /// <summary>New recovery codes; the old ones stop working.</summary>
    public async Task OnPostHerstelAsync()
    {
        var user = await users.MeAsync(User);
        if (user.TwoFactorEnabled)
            await ShowCodesAsync(user);
        else
            await LoadAsync(user);
    }

    public async Task<IActionResult> OnPostUitAsync(CancellationToken cancellation)
    {
        var user = await users.MeAsync(User);
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        await sessions.UnproveAsync(user.Id, cancellation);
        post.Drop(AccountLetters.Changed(user.Email!, "De tweede stap bij het inloggen staat nu uit."));
        return Redirect("/mijn-kiosk/account#inloggen");
    }

    public string BackPath => Back is null ? "/mijn-kiosk/account" : LocalPath.Of(Back);

    private async Task ShowCodesAsync(User user)
    {
        Codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];
        await LoadAsync(user);
    }

    private async Task LoadAsync(User user)
    {
        IsOn = user.TwoFactorEnabled;
        CodesLeft = await users.CountRecoveryCodesAsync(user);
        if (IsOn)
            return;
        if (await users.GetAuthenticatorKeyAsync(user) is null)
            await users.ResetAuthenticatorKeyAsync(user);
        Key = await users.GetAuthenticatorKeyAsync(user);
        AppAddress = $"otpauth://totp/{Uri.EscapeDataString("de Kiosk")}:{Uri.EscapeDataString(user.Email!)}?secret={Key}&issuer={Uri.EscapeDataString("de Kiosk")}";
    }
}
