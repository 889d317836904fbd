using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Tests.Accounts;

/// <summary>Somebody with an account who is signed in, without going through the pages for it.</summary>
public static class SignedIn
{
    /// <summary>Makes the account if there is none with this address, and signs it in, with a second step and just now.</summary>
    /// <param name="services">Of a running kiosk.</param>
    /// <param name="email">Null: <c>lezer@kiosk.example</c> and so on.</param>
    /// <param name="secondFactor">False: by one proof only, as before the second step is set.</param>
    /// <returns>The cookie of the session, for plain http.</returns>
    public static async Task<Cookie> CookieAsync(IServiceProvider services, Role role, string? email = null, bool secondFactor = true)
    {
        email ??= $"{Names.Of(role)}@kiosk.example";
        await using var scope = services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<KioskDb>().Users.SingleOrDefaultAsync(one => one.Email == email)
            ?? await scope.ServiceProvider.GetRequiredService<Newcomers>().AddAsync(email, role, confirmed: true);
        var session = await services.GetRequiredService<Sessions>().OpenAsync(user!.Id, "Proefbrowser", secondFactor, CancellationToken.None);
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(1), IsPersistent = true };
        var ticket = new AuthenticationTicket(Visitor.Ticket(session.Id), properties, IdentityConstants.ApplicationScheme);
        return new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/");
    }
}
