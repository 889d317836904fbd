using Microsoft.AspNetCore.Http.HttpResults;

namespace Kiosk.Web.Http;

/// <summary>
/// Whether keys such as j, k and / do something. Single letters get in the way of who speaks to the computer, so they can be switched off (WCAG 2.1.4): kept in a
/// cookie, since it is a matter of the device and not of the account.
/// </summary>
public static class Keys
{
    public const string Cookie = "toetsen";

    private const string Off = "uit";

    public static bool AreOn(HttpRequest request) => request.Cookies[Cookie] != Off;

    /// <summary>Without a token against forgery, for the reasons given at <see cref="Theme.MapTheme"/>.</summary>
    public static void MapKeys(this IEndpointRouteBuilder routes) => routes.MapPost("/toetsen", (Delegate)ChooseAsync);

    private static async Task<Results<RedirectHttpResult, BadRequest>> ChooseAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return TypedResults.BadRequest();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["toetsen"] == "aan")
            context.Response.Cookies.Delete(Cookie);
        else if (form["toetsen"] == Off)
            context.Response.Cookies.Append(Cookie, Off, new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
        else
            return TypedResults.BadRequest();
        return TypedResults.LocalRedirect(LocalPath.Of(form["terug"]));
    }
}
