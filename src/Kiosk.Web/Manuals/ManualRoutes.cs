using Kiosk.Web.Accounts;

namespace Kiosk.Web.Manuals;

/// <summary>Where the pictures of the editors' manual stand.</summary>
public static class ManualRoutes
{
    public static void MapManuals(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/redactie/handleiding/beeld/{name}",
        (string name) => Manual.Picture(name) is { } picture ? Results.Stream(picture, "image/png") : Results.NotFound()).RequireAuthorization(Access.Editor);
}
