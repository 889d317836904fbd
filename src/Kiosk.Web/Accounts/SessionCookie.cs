using System.Data.Common;
using Kiosk.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Kiosk.Web.Accounts;

/// <summary>Turns the session that a cookie names into who is signed in, at every request: what an operator or another device changed holds at once.</summary>
public sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        try
        {
            var visitor = Visitor.SessionOf(context.Principal) is { } session ? await sessions.FindAsync(session, http.RequestAborted) : null;
            if (visitor is not null)
            {
                context.ReplacePrincipal(visitor.ToPrincipal());
                return;
            }

            context.RejectPrincipal();
            await http.SignOutAsync(context.Scheme.Name);
        }
        catch (Exception problem) when (problem is DbException or { InnerException: DbException })
        {
            // Without the archive nobody knows who this is. She stays signed in for when it is back.
            http.Features.Set(new ArchiveAway());
            context.RejectPrincipal();
        }
    }

    /// <summary>Whoever sits here next finds nothing of hers: pages kept for the train, searches, what lies in the browser's cache.</summary>
    public override Task SigningOut(CookieSigningOutContext context)
    {
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.Features.Get<ArchiveAway>() is not null)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else if (Faults.IsForPrograms(context.Request))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>A page that says so, at the address that was asked for.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private sealed record ArchiveAway;
}
