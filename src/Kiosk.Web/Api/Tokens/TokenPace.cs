using System.Threading.RateLimiting;
using Kiosk.Web.Http;

namespace Kiosk.Web.Api.Tokens;

/// <summary>How much one token may ask: enough for a program that keeps up, too little for one that has run wild.</summary>
public sealed class TokenPace : IEndpointFilter, IDisposable
{
    public const int RequestsAMinute = 300;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        static token => RateLimitPartition.GetFixedWindowLimiter(token, static _ => new FixedWindowRateLimiterOptions { PermitLimit = RequestsAMinute, Window = TimeSpan.FromMinutes(1) }));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (TokenScheme.TokenOf(http.User) is not { } token)
            return await next(context);
        using var lease = _limiter.AttemptAcquire(token);
        if (lease.IsAcquired)
            return await next(context);
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        Faults.ComeBackAfter(http.Response, wait);
        return TypedResults.Problem($"This token may ask {RequestsAMinute} times a minute.", statusCode: StatusCodes.Status429TooManyRequests);
    }

    public void Dispose() => _limiter.Dispose();
}
