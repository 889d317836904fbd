using System.Globalization;
using Kiosk.Ingest.Fetching;
using Kiosk.Web.Accounts;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Http;

/// <summary>Tells who finds a leak where to report it (RFC 9116). The contact is the one that owners of sites get.</summary>
public static class SecurityTxt
{
    /// <summary>The RFC advises less than a year ahead; it moves along each day.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromDays(180);

    public static void MapSecurityTxt(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/.well-known/security.txt", (IOptions<FetchOptions> fetching, PublicAddress address, TimeProvider time) =>
            TypedResults.Text(Write(fetching.Value.Contact, address, time.GetUtcNow()), "text/plain; charset=utf-8"));

    /// <summary>As a URI, which the RFC asks for: a bare mail address gets <c>mailto:</c>.</summary>
    public static string ContactOf(string contact) =>
        contact.Contains("://", StringComparison.Ordinal) || contact.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? contact : $"mailto:{contact}";

    private static string Write(string contact, PublicAddress address, DateTimeOffset now) => string.Join('\n',
        $"Contact: {ContactOf(contact)}",
        $"Expires: {(now.UtcDateTime.Date + Holds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}",
        "Preferred-Languages: nl, en",
        $"Canonical: {address.Of("/.well-known/security.txt")}",
        "");
}
