using System.Security.Claims;
using Kiosk.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Kiosk.Web.Accounts;

public static class Me
{
    /// <summary>The account of who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the page lacks its policy.</exception>
    public static async Task<User> MeAsync(this UserManager<User> users, ClaimsPrincipal principal) =>
        Visitor.Of(principal) is { } visitor && await users.FindByIdAsync(visitor.Id.ToString()) is { } user
            ? user
            : throw new InvalidOperationException("Nobody is signed in.");
}
