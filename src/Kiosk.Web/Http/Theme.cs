using Microsoft.AspNetCore.Http.HttpResults;

namespace Kiosk.Web.Http;

/// <summary>Light or dark: kept in a cookie, so that the server renders the right one and nothing flashes. No cookie: as the device wants.</summary>
public static class Theme
{
    public const string Cookie = "thema";

    /// <summary>The value of <c>data-theme</c>: <c>light</c>, <c>dark</c>, or null to follow the device.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Cookie] switch
    {
        "donker" => "dark",
        "licht" => "light",
        _ => null,
    };

    /// <summary>The form needs no token against forgery: what it changes is a matter of taste, and <see cref="SameSite"/> stops other sites' pages.</summary>
    public static void MapTheme(this IEndpointRouteBuilder routes) => routes.MapPost("/weergave", (Delegate)ChooseAsync);

    private static async Task<Results<RedirectHttpResult, BadRequest>> ChooseAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return TypedResults.BadRequest();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (TextSize.IsSize(form[TextSize.Cookie]))
            Keep(context, TextSize.Cookie, form[TextSize.Cookie].ToString(), TextSize.Usual);
        else if (form[Cookie].ToString() is "donker" or "licht" or "apparaat")
            Keep(context, Cookie, form[Cookie].ToString(), "apparaat");
        else
            return TypedResults.BadRequest();
        return TypedResults.LocalRedirect(LocalPath.Of(form["terug"]));
    }

    private static void Keep(HttpContext context, string cookie, string choice, string usual)
    {
        if (choice == usual)
            context.Response.Cookies.Delete(cookie);
        else
            context.Response.Cookies.Append(cookie, choice, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
    }
}
