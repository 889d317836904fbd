namespace Kiosk.Web.Api;

public static class KioskApi
{
    public static void MapKioskApi(this IEndpointRouteBuilder routes) => _ = routes;
}
