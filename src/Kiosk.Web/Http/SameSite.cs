namespace Kiosk.Web.Http;

/// <summary>
/// Refuses what a page of another site makes a browser post here: a second lock beside the tokens in forms, and the only one on the form for light and
/// dark. Browsers say where a request comes from in <c>Sec-Fetch-Site</c> (W3C Fetch Metadata); programs do not send it and are let through.
/// </summary>
public static class SameSite
{
    public static IApplicationBuilder UseSameSite(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (IsSafe(context.Request.Method) || context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none")
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
