using Microsoft.AspNetCore.Http;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>Tells when a number of requests have come in.</summary>
internal sealed class RequestBell
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _ring = new();
    private int _left;

    /// <summary>Serves what <paramref name="answer"/> makes of a question, counting who asks.</summary>
    public RequestDelegate Ringing(string contentType, Func<IQueryCollection, string> answer) => async context =>
    {
        Count();
        context.Response.ContentType = contentType + "; charset=utf-8";
        await context.Response.WriteAsync(answer(context.Request.Query), context.RequestAborted);
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
