using Microsoft.AspNetCore.Http.Features;

namespace Kiosk.Web.Http;

/// <summary>Refuses bodies that no form of the kiosk and no program needs: 413 before anything is read, and a cut where the length is not told.</summary>
public static class BodyLimit
{
    /// <summary>In bytes; the longest form, a list with notes, takes a tenth.</summary>
    public const long Most = 2_000_000;

    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // The page that explains a refusal is asked for with the same request.
        if (context.Request.ContentLength > Most && context.Features.Get<Fault>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Most;
        return next(context);
    });
}
