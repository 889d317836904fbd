using Microsoft.AspNetCore.Http;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>Tells when a number of requests have come in.</summary>
internal sealed class RequestBell
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _ring = new();
    private int _left;

    /// <summary>Serves a feed, counting who asks.</summary>
    public RequestDelegate Ringing(string feed) => async context =>
    {
        Count();
        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        await context.Response.WriteAsync(feed, context.RequestAborted);
    };

    /// <summary>Completes at the request with this number, counted from now.</summary>
    public Task After(int requests)
    {
        lock (_lock)
        {
            _left = requests;
            _ring = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _ring.Task;
        }
    }

    private void Count()
    {
        lock (_lock)
        {
            if (--_left == 0)
                _ring.TrySetResult();
        }
    }
}
