using System.Security.Cryptography;
using Kiosk.Web.Accounts;

namespace Kiosk.Web.Offline;

/// <summary>
/// Says with each page whose it is, so that what a browser keeps for the train is let go as soon as somebody else, or nobody, is signed in. It says no more than that: a
/// hash of the session, other at each signing in, and a dash for everybody alike.
/// </summary>
public static class ShelfMark
{
    public const string Header = "X-Kiosk-Wie";

    /// <summary>Comes with what is fetched to be kept, and not because somebody reads it.</summary>
    public const string KeepingHeader = "X-Kiosk-Bewaren";

    public const string Nobody = "-";

    public static IApplicationBuilder UseShelfMark(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(Set, context);
        return next(context);
    });

    public static bool IsForKeeping(HttpRequest request) => request.Headers[KeepingHeader].Count > 0;

    public static string Of(Visitor? visitor) =>
        visitor is null ? Nobody : Convert.ToHexStringLower(SHA256.HashData(visitor.Session.ToByteArray()))[..16];

    /// <summary>Only with what went well: without the archive nobody knows who this is.</summary>
    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        if (context.Response.StatusCode < StatusCodes.Status400BadRequest)
            context.Response.Headers[Header] = Of(Visitor.Of(context.User));
        return Task.CompletedTask;
    }
}
