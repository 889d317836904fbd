using Kiosk.Data.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Accounts;

/// <summary>How somebody gets an account: added by an operator, by an address that the kiosk lets in, or as the first operator.</summary>
public sealed class Newcomers(UserManager<User> users, Operators operators, Postbox post, IOptions<KioskOptions> options, TimeProvider time)
{
    /// <summary>Whether somebody with this address, who has no account yet, may make one.</summary>
    public bool MayJoin(string email) => Registration.Parse(options.Value.Registration)!.Allows(email);

    /// <summary>Adds somebody. She comes in by link until she sets a password or makes a passkey.</summary>
    /// <param name="email">As <see cref="EmailAddress.Parse"/> gives it.</param>
    /// <returns>Null if the address has an account already.</returns>
    public async Task<User?> AddAsync(string email, Role role, bool confirmed)
    {
        var now = time.GetUtcNow();
        var user = new User { Id = Guid.NewGuid(), UserName = email, Email = email, Role = role, CreatedAt = now, EmailConfirmed = confirmed };
        return (await users.CreateAsync(user)).Succeeded ? user : null;
    }

    /// <summary>Whose link this is, made if she is new; null if the link no longer leads to anybody.</summary>
    /// <param name="email">For the first operator: the address she gave.</param>
    public async Task<User?> WelcomeAsync(AccountLink link, string? email, CancellationToken cancellation)
    {
        if (link.Purpose == LinkPurpose.Setup)
            return email is not null && !await operators.AnyAsync(cancellation) ? await AddAsync(email, Role.Beheerder, confirmed: false) : null;
        var user = link.UserId is { } id ? await users.FindByIdAsync(id.ToString()) : await users.FindByEmailAsync(link.Email);
        if (user is null)
            return link.UserId is null && MayJoin(link.Email) ? await AddAsync(link.Email, Role.Lezer, confirmed: true) : null;
        if (link.Purpose == LinkPurpose.Address)
            return await MoveAsync(user, link.Email) ? user : null;
        if (user.EmailConfirmed)
            return user;
        user.EmailConfirmed = true;
        return (await users.UpdateAsync(user)).Succeeded ? user : null;
    }

    /// <summary>Gives somebody another address, and tells the one that was.</summary>
    /// <returns>False if the address has become somebody else's.</returns>
    private async Task<bool> MoveAsync(User user, string email)
    {
        var before = user.Email!;
        (user.Email, user.UserName, user.EmailConfirmed) = (email, email, true);
        if (!(await users.UpdateAsync(user)).Succeeded)
            return false;
        post.Drop(AccountLetters.AddressChanged(before));
        return true;
    }
}
