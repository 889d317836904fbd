using System.Security.Cryptography;
using Kiosk.Web.WebSub;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Kiosk.Web.Feeds;

/// <summary>
/// The one place that hands out feeds: with a validator, so that who comes back unchanged gets no more than that (RFC 9110), with how long it keeps, and with
/// where it stands and which hub tells of it (WebSub).
/// </summary>
public sealed class FeedAnswer(IOptions<WebSubOptions> options)
{
    private static readonly TimeSpan Keeps = TimeSpan.FromMinutes(5);

    /// <param name="file">The name of a <see cref="FeedFormat"/>.</param>
    /// <param name="isPublic">False for one that stands at an address which is a secret: no cache on the way keeps it, no search engine names it.</param>
    /// <param name="isTold">Whether the hub is told when it changes, so that it names the hub: see <c>HubFollower</c>.</param>
    /// <returns>404 if there is no such format.</returns>
    public IResult Of(HttpContext http, string file, OutFeed feed, bool isPublic = true, bool isTold = false)
    {
        var hub = isTold ? options.Value.HubAddress : null;
        if (FeedFormat.Write(file, feed with { Hub = hub }) is not { } written)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        var headers = http.Response.Headers;
        headers.CacheControl = $"{(isPublic ? "public" : "private")}, max-age={(int)Keeps.TotalSeconds}";
        if (!isPublic)
            headers["X-Robots-Tag"] = "noindex";
        headers.Append(HeaderNames.Link, $"<{feed.Self.AbsoluteUri}>; rel=\"self\"");
        if (hub is not null)
            headers.Append(HeaderNames.Link, $"<{hub.AbsoluteUri}>; rel=\"hub\"");
        // Weak, since a compressed answer has other bytes.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(written.Bytes).AsSpan(0, 16))}\"", isWeak: true);
        return Results.Bytes(written.Bytes, written.ContentType, lastModified: feed.Updated, entityTag: tag);
    }
}
