using System.Security.Cryptography;
using System.Text;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Bounces;

/// <summary>Where a mail server, or the program that reads its mailbox, posts returned mail: the mail itself as the body, the token of <c>Kiosk:Mail:BounceToken</c> as bearer.</summary>
internal static class BounceEndpoint
{
    private const string Bearer = "Bearer ";

    public static void MapBounces(this IEndpointRouteBuilder routes) => routes.MapPost("/weekbrief/teruggekomen", TakeAsync).RequireRateLimiting(Crowding.Bouncing);

    private static async Task<IResult> TakeAsync(HttpContext http, BounceDesk desk, IOptions<MailOptions> options, CancellationToken cancellation)
    {
        if (!MayPost(http.Request.Headers.Authorization.ToString(), options.Value.BounceToken))
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MimePart.MostBytes;
        return await ReadAsync(http.Request.Body, cancellation) is not { } mail ? TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge)
            : await desk.TakeAsync(mail, cancellation) == BounceOutcome.Refused ? TypedResults.StatusCode(StatusCodes.Status507InsufficientStorage)
            : TypedResults.NoContent();
    }

    /// <summary>A mail from a stream.</summary>
    /// <returns>Null if it is longer than is read of a mail.</returns>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var (buffer, length) = (new byte[MimePart.MostBytes + 1], 0);
        try
        {
            length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        }
        catch (BadHttpRequestException)
        {
            return null;
        }

        return length > MimePart.MostBytes ? null : buffer[..length];
    }

    private static bool MayPost(string shown, string? token) => !string.IsNullOrEmpty(token) && shown.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown[Bearer.Length..]), Encoding.UTF8.GetBytes(token));
}
