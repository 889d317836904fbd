using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kiosk.Web.Api;

/// <summary>The ETag of what is answered, and what a change says that it saw: nobody overwrites what somebody else did in between (RFC 9110, 13.1.1).</summary>
public static class ApiTag
{
    /// <summary>A mark of what something says: another one as soon as anything in it is another.</summary>
    public static string Of(string said) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16];

    public static void Set(HttpContext http, string mark) => http.Response.Headers.ETag = $"\"{mark}\"";

    /// <summary>The mark that a change was made from. Without one the answer is 428, and with several or a weak one 400.</summary>
    public static (string? Mark, IResult? Refusal) Asked(HttpContext http) => http.Request.GetTypedHeaders().IfMatch switch
    {
        [{ IsWeak: false } only] when !only.Equals(EntityTagHeaderValue.Any) => (only.Tag.ToString().Trim('"'), null),
        null or [] => (null, TypedResults.Problem("Send the ETag of what you change in If-Match.", statusCode: StatusCodes.Status428PreconditionRequired)),
        _ => (null, TypedResults.Problem("If-Match must hold one strong ETag.", statusCode: StatusCodes.Status400BadRequest)),
    };

    /// <summary>The version that a mark stands for, of what is marked by its version; null if it is none of ours, and then nobody saw what is there now.</summary>
    internal static int? Version(string? mark) => int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Says of an endpoint that it asks for If-Match, so that the description of the API does.</summary>
    internal static RouteHandlerBuilder AskForTag(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new AsksForTag());

    /// <summary>Somebody else changed it first.</summary>
    public static ProblemHttpResult Overtaken(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status412PreconditionFailed);
}

/// <summary>Of an endpoint that changes only what the asker saw.</summary>
internal sealed class AsksForTag;
