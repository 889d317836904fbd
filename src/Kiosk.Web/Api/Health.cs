namespace Kiosk.Web.Api;

public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => _ = routes;
}
