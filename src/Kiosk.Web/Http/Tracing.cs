using System.Diagnostics;

namespace Kiosk.Web.Http;

/// <summary>Each answer says under which W3C trace it stands in the logs (https://w3c.github.io/trace-context/#traceresponse-header), so that a report of a fault can be looked up.</summary>
public static class Tracing
{
    /// <summary>Without a listener, ASP.NET Core traces only where somebody logs.</summary>
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };

    static Tracing() => ActivitySource.AddActivityListener(Listener);

    public static IApplicationBuilder UseTracing(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Set, context);
        return next(context);
    });

    /// <summary>The trace of this request in 32 hexadecimal digits; null if nothing traces.</summary>
    public static string? Id => Activity.Current?.TraceId.ToHexString();

    private static Task Set(object state)
    {
        if (Activity.Current is { } activity)
            ((HttpContext)state).Response.Headers["traceresponse"] = $"00-{activity.TraceId.ToHexString()}-{activity.SpanId.ToHexString()}-{(activity.Recorded ? "01" : "00")}";
        return Task.CompletedTask;
    }
}
