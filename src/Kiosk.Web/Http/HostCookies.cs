using Microsoft.Extensions.Primitives;

namespace Kiosk.Web.Http;

/// <summary>
/// Over https every cookie of the kiosk is called <c>__Host-…</c> outside and by its plain name inside. A browser takes such a cookie only from
/// this very host, over https (RFC 6265bis, 4.1.3.2): a neighbouring site cannot plant one. Over plain http, on a loopback address, browsers
/// would refuse the prefix, so the names stay plain.
/// </summary>
public static class HostCookies
{
    private const string Prefix = "__Host-";

    /// <summary>First in the pipeline: whatever sets or reads a cookie comes behind it.</summary>
    public static IApplicationBuilder UseHostCookies(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (!context.Request.IsHttps)
            return next(context);
        Unwrap(context.Request.Headers);
        context.Response.OnStarting(Wrap, context.Response.Headers);
        return next(context);
    });

    /// <summary>Only cookies with the prefix count.</summary>
    private static void Unwrap(IHeaderDictionary headers)
    {
        var ours = headers.Cookie.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries))
            .Where(cookie => cookie.StartsWith(Prefix, StringComparison.Ordinal)).Select(cookie => cookie[Prefix.Length..]);
        headers.Cookie = string.Join("; ", ours);
    }

    private static Task Wrap(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.SetCookie = new StringValues([.. headers.SetCookie.Select(cookie =>
            Prefix + (cookie!.Contains("; secure", StringComparison.OrdinalIgnoreCase) ? cookie : cookie + "; secure"))]);
        return Task.CompletedTask;
    }
}
