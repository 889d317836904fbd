using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>Sets a password, or takes it away. All other devices are signed out with it.</summary>
[Authorize(Policy = Access.Fresh)]
public sealed class WachtwoordPage(UserManager<User> users, Sessions sessions, Postbox post) : PageModel
{
    public bool HasPassword { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public async Task OnGetAsync() => HasPassword = (await users.MeAsync(User)).PasswordHash is not null;

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "wachtwoord")] string? password, CancellationToken cancellation)
    {
        var user = await users.MeAsync(User);
        HasPassword = user.PasswordHash is not null;
        // Judged first: the old one must not be gone when the new one is refused.
        Problems = [.. (await Task.WhenAll(users.PasswordValidators.Select(rule => rule.ValidateAsync(users, user, password)))).SelectMany(result => result.Errors).Select(error => error.Description)];
        if (Problems.Count > 0)
            return Page();
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password!);
        return await SaveAsync(user, "Je wachtwoord is veranderd. Je andere apparaten zijn uitgelogd.", cancellation);
    }

    public async Task<IActionResult> OnPostWegAsync(CancellationToken cancellation)
    {
        var user = await users.MeAsync(User);
        user.PasswordHash = null;
        return await SaveAsync(user, "Je wachtwoord is weggehaald. Je andere apparaten zijn uitgelogd.", cancellation);
    }

    private async Task<IActionResult> SaveAsync(User user, string what, CancellationToken cancellation)
    {
        await users.UpdateSecurityStampAsync(user);
        await sessions.EndAllAsync(user.Id, Visitor.Of(User)!.Session, cancellation);
        post.Drop(AccountLetters.Changed(user.Email!, what));
        return Redirect("/mijn-kiosk/account#inloggen");
    }
}
