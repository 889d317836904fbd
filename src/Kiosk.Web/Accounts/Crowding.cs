using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Kiosk.Web.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;

namespace Kiosk.Web.Accounts;

/// <summary>
/// How often one network may try the door. Wide enough for a town hall behind one address on Monday morning; guessing at one account
/// is stopped sooner, by its lock-out.
/// </summary>
public static class Crowding
{
    public const int AttemptsAMinute = 60;

    /// <summary>Each asks for a mail; wide enough for a class that subscribes together.</summary>
    public const int SubscriptionsAMinute = 30;

    /// <summary>Links that one network may suggest in an hour.</summary>
    public const int SuggestionsAnHour = 20;

    /// <summary>The policy of the page where links are suggested.</summary>
    public const string Suggesting = "aandragen";

    /// <summary>Returned mails that one network may post in a minute; more than the worst evening brings.</summary>
    public const int BouncesAMinute = 600;

    /// <summary>The policy of the address where returned mail is posted.</summary>
    public const string Bouncing = "teruggekomen";

    private const string Policy = "inloggen";
    private const string Subscribing = "abonneren";

    public static IServiceCollection AddCrowding(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = static (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                Faults.ComeBackAfter(context.HttpContext.Response, wait);
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Policy, static http => Posts(http, AttemptsAMinute, TimeSpan.FromMinutes(1)));
        limits.AddPolicy(Subscribing, static http => Posts(http, SubscriptionsAMinute, TimeSpan.FromMinutes(1)));
        limits.AddPolicy(Bouncing, static http => Posts(http, BouncesAMinute, TimeSpan.FromMinutes(1)));
        limits.AddPolicy(Suggesting, static http => Posts(http, SuggestionsAnHour, TimeSpan.FromHours(1)));
    });

    /// <summary>Who reads is not counted.</summary>
    private static RateLimitPartition<string> Posts(HttpContext http, int most, TimeSpan window) => HttpMethods.IsGet(http.Request.Method) || http.Features.Get<Fault>() is not null
        ? RateLimitPartition.GetNoLimiter("lezen")
        : RateLimitPartition.GetFixedWindowLimiter(Network(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = most, Window = window });

    /// <summary>All pages of signing in count together, and so do those of subscribing.</summary>
    public static void Limit(PageConventionCollection pages)
    {
        pages.AddFolderApplicationModelConvention("/Inloggen", static page => page.EndpointMetadata.Add(new EnableRateLimitingAttribute(Policy)));
        pages.AddFolderApplicationModelConvention("/Abonneren", static page => page.EndpointMetadata.Add(new EnableRateLimitingAttribute(Subscribing)));
    }

    /// <summary>An IPv4 address, or the /64 that one household or office has of IPv6.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
