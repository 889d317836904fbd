using System.Net;
using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kiosk.Benchmarks;

/// <summary>Signs people in without the door: what is measured lies behind it.</summary>
internal static class SignedIn
{
    /// <summary>For each person a session in the archive, and the cookie that a browser would show for it.</summary>
    /// <param name="services">Of a kiosk on the same data directory.</param>
    /// <param name="secondFactor">Whether they came in by a second step, as editors must.</param>
    public static async Task<IReadOnlyList<string>> CookiesAsync(IServiceProvider services, IEnumerable<Guid> people, bool secondFactor)
    {
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var (sessions, now, cookies) = (services.GetRequiredService<Sessions>(), TimeProvider.System.GetUtcNow(), new List<string>());
        foreach (var person in people)
        {
            var session = await sessions.OpenAsync(person, "Meting", secondFactor, CancellationToken.None);
            var ticket = new AuthenticationTicket(Visitor.Ticket(session.Id), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(1) }, IdentityConstants.ApplicationScheme);
            cookies.Add(new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)).ToString());
        }

        return cookies;
    }
}
