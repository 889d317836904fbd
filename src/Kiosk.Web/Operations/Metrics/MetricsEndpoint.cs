using System.Net;
using System.Security.Cryptography;
using System.Text;
using Kiosk.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Operations.Metrics;

/// <summary><c>/metrics</c>: for who asks from this machine or, if <c>Kiosk:MetricsToken</c> is set, shows that token. To others it does not exist.</summary>
public static class MetricsEndpoint
{
    private const string Bearer = "Bearer ";

    /// <summary>The numbers are kept from here on, whether or not somebody ever looks.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        _ = routes.ServiceProvider.GetRequiredService<MetricsBook>();
        routes.MapGet("/metrics", AnswerAsync);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, ArchiveGauges gauges, MetricsBook book, IOptions<KioskOptions> options, CancellationToken cancellation)
    {
        if (!MayLook(http, options.Value.MetricsToken))
            return TypedResults.NotFound();
        await gauges.RefreshAsync(cancellation);
        return TypedResults.Text(book.Write(), "text/plain; version=0.0.4", Encoding.UTF8);
    }

    private static bool MayLook(HttpContext http, string? token)
    {
        if (string.IsNullOrEmpty(token))
            return http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        var shown = http.Request.Headers.Authorization.ToString();
        return shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown[Bearer.Length..]), Encoding.UTF8.GetBytes(token));
    }
}
