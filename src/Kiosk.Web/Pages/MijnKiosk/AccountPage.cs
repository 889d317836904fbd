using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Editions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Somebody's account at a glance, with what she may change without proving anew who she is.</summary>
public sealed class AccountPage(UserManager<User> users, Sessions sessions, ReadingHistory history) : PageModel
{
    private const int LongestName = 80;

    public User Account { get; private set; } = null!;

    public Guid Here { get; private set; }

    public IReadOnlyList<UserSession> Devices { get; private set; } = [];

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Account = await users.MeAsync(User);
        Here = Visitor.Of(User)!.Session;
        Devices = await sessions.OfAsync(Account.Id, cancellation);
        Passkeys = await users.GetPasskeysAsync(Account);
    }

    public async Task<IActionResult> OnPostNaamAsync([FromForm(Name = "naam")] string? name)
    {
        var user = await users.MeAsync(User);
        var typed = string.Concat((name ?? "").Where(letter => !char.IsControl(letter))).Trim();
        user.Name = typed.Length > LongestName ? typed[..LongestName] : typed;
        return await SaveAsync(user, "#naam");
    }

    public async Task<IActionResult> OnPostGeschiedenisAsync([FromForm(Name = "onthoud")] bool remember, CancellationToken cancellation)
    {
        var user = await users.MeAsync(User);
        user.KeepsHistory = remember;
        if (!remember)
            await history.WipeAsync(user.Id, cancellation);
        return await SaveAsync(user, "#gegevens");
    }

    /// <summary>Signs one device out. Somebody else's device is none of hers: that changes nothing.</summary>
    public async Task<IActionResult> OnPostApparaatAsync([FromForm(Name = "apparaat")] Guid device, CancellationToken cancellation)
    {
        var me = Visitor.Of(User)!;
        return await sessions.EndAsync(me.Id, device, cancellation) ? Redirect("/mijn-kiosk/account#apparaten") : NotFound();
    }

    public async Task<IActionResult> OnPostApparatenAsync(CancellationToken cancellation)
    {
        var me = Visitor.Of(User)!;
        await sessions.EndAllAsync(me.Id, me.Session, cancellation);
        return Redirect("/mijn-kiosk/account#apparaten");
    }

    private async Task<IActionResult> SaveAsync(User user, string place)
    {
        await users.UpdateAsync(user);
        return Redirect("/mijn-kiosk/account" + place);
    }
}
