using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kiosk.Web.Http;

/// <summary>
/// Answers without a body get one: a page in Dutch for people, problem details for programs. An archive that cannot be reached is
/// a 503 that says when to come back; anything else that goes wrong unexpectedly is a 500. Neither tells what went wrong inside.
/// </summary>
public static class Faults
{
    /// <summary>Where the page for people stands; with the status behind it.</summary>
    public const string Page = "/melding";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    public static IApplicationBuilder UseFaults(this IApplicationBuilder app)
    {
        app.UseStatusCodePages(AnswerAsync);
        return app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = StatusOf,
            AllowStatusCode404Response = true,
            ExceptionHandler = static _ => Task.CompletedTask,
        });
    }

    /// <summary>For an endpoint that cannot answer now: 503, to which the time to come back is added on the way out.</summary>
    public static StatusCodeHttpResult NotNow { get; } = TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Says when to come back, in whole seconds and not too early.</summary>
    public static void ComeBackAfter(HttpResponse response, TimeSpan wait) => response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    public static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbException or { InnerException: DbException } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task AnswerAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            ComeBackAfter(http.Response, RetryAfter);
        return IsForPrograms(http.Request) ? AnswerProgramAsync(http) : AnswerPersonAsync(context);
    }

    private static async Task AnswerProgramAsync(HttpContext http)
    {
        var problem = http.Features.Get<Withdrawal>() is { } withdrawn
            ? TypedResults.Problem(withdrawn.Reason, statusCode: http.Response.StatusCode, title: "Withdrawn")
            : TypedResults.Problem(statusCode: http.Response.StatusCode);
        await problem.ExecuteAsync(http);
    }

    /// <summary>Runs the request again as one for the page that explains the status.</summary>
    private static async Task AnswerPersonAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var (path, query) = (http.Request.Path, http.Request.QueryString);
        http.Features.Set(new Fault(http.Response.StatusCode));
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Request.Path = Page;
        http.Request.QueryString = QueryString.Empty;
        try
        {
            await context.Next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString) = (path, query);
        }
    }
}

/// <summary>Travels with a request that runs again as one for the page that explains its status.</summary>
public sealed record Fault(int Status);
