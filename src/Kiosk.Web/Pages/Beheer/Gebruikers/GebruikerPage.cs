using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Beheer.Gebruikers;

/// <summary>What an operator may do with somebody's account. Every act holds at once, on every device of that person.</summary>
[Authorize(Policy = Access.Fresh)]
public sealed class GebruikerPage(UserManager<User> users, Sessions sessions, AccountLinks links, Operators operators, Erasure erasure, Postbox post, TimeProvider time) : PageModel
{
    public User Account { get; private set; } = null!;

    public bool IsMe { get; private set; }

    public int Passkeys { get; private set; }

    public string? Problem { get; private set; }

    public string? Done { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id) => WithAsync(id, () => Task.CompletedTask);

    public Task<IActionResult> OnPostRolAsync(Guid id, [FromForm(Name = "rol")] string? name, CancellationToken cancellation) => WithAsync(id, async () =>
    {
        if (!Names.TryParse<Role>(name, out var role))
            Problem = "Kies een rol.";
        else if (role < Role.Beheerder && await operators.IsLastAsync(id, cancellation))
            Problem = "Dit is de enige beheerder. Maak eerst iemand anders beheerder.";
        else
            await SaveAsync(user => user.Role = role, $"{Account.Email} is nu {Names.Of(role)}.");
    });

    public Task<IActionResult> OnPostBlokkeerAsync(Guid id, CancellationToken cancellation) => WithAsync(id, async () =>
    {
        if (await operators.IsLastAsync(id, cancellation))
        {
            Problem = "Dit is de enige beheerder. Maak eerst iemand anders beheerder.";
            return;
        }

        await SaveAsync(user => user.BlockedAt = time.GetUtcNow(), $"{Account.Email} komt er niet meer in.");
        await sessions.EndAllAsync(id, except: null, cancellation);
    });

    public Task<IActionResult> OnPostLaatbinnenAsync(Guid id) =>
        WithAsync(id, () => SaveAsync(user => user.BlockedAt = null, $"{Account.Email} mag er weer in."));

    /// <summary>For who lost phone and recovery codes.</summary>
    public Task<IActionResult> OnPostTweedestapAsync(Guid id, CancellationToken cancellation) => WithAsync(id, async () =>
    {
        await users.SetTwoFactorEnabledAsync(Account, false);
        await users.ResetAuthenticatorKeyAsync(Account);
        await sessions.EndAllAsync(id, Visitor.Of(User)!.Session, cancellation);
        post.Drop(AccountLetters.Changed(Account.Email!, "Een beheerder heeft je tweede stap uitgezet, zodat je een nieuwe kunt instellen."));
        Done = $"De tweede stap van {Account.Email} staat uit.";
    });

    public Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellation) => WithAsync(id, async () =>
    {
        post.Drop(AccountLetters.Invitation(Account.Email!, (await links.MakeAsync(LinkPurpose.Invitation, id, Account.Email!, cancellation))!));
        Done = $"Er is een nieuwe uitnodiging onderweg naar {Account.Email}.";
    });

    public Task<IActionResult> OnPostWisAsync(Guid id, CancellationToken cancellation) => WithAsync(id, async () =>
    {
        if (await operators.IsLastAsync(id, cancellation))
            Problem = "Dit is de enige beheerder. Maak eerst iemand anders beheerder.";
        else
            await erasure.EraseAsync(id, cancellation);
    });

    private async Task<IActionResult> WithAsync(Guid id, Func<Task> act)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return NotFound();
        Account = user;
        IsMe = Visitor.Of(User)!.Id == id;
        Passkeys = (await users.GetPasskeysAsync(user)).Count;
        await act();
        return Problem is null && Done is null && HttpMethods.IsPost(Request.Method) ? Redirect("/beheer/gebruikers") : Page();
    }

    private async Task SaveAsync(Action<User> change, string done)
    {
        change(Account);
        var saved = await users.UpdateAsync(Account);
        Done = saved.Succeeded ? done : null;
        Problem = saved.Succeeded ? null : string.Join(" ", saved.Errors.Select(error => error.Description));
    }
}
