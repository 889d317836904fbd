namespace Kiosk.Web.Api;

/// <summary>
/// What holds for every answer of the API, errors included (NLGov REST API Design Rules 2.1): its full version in a header, and no address that
/// ends in a slash.
/// </summary>
public static class ApiRules
{
    /// <summary>Fields and resources are added in a minor version; nothing is changed or taken away within a major one.</summary>
    public const string Version = "1.5.0";

    public static IApplicationBuilder UseApiRules(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase, out var rest))
            return next(context);
        // On starting, since the error handler clears what was set before it.
        context.Response.OnStarting(static state =>
        {
            ((HttpResponse)state).Headers["API-Version"] = Version;
            return Task.CompletedTask;
        }, context.Response);
        if (rest.Value is not ['/', .., '/'])
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
