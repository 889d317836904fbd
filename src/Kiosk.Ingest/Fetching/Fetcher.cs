using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Kiosk.Ingest.Fetching;

/// <summary>Gets the bytes behind an address, politely and within limits. Safe for many callers at once.</summary>
public sealed class Fetcher(IHttpClientFactory clients, IOptions<FetchOptions> options, TimeProvider time)
{
    private readonly FetchOptions _options = options.Value;

    /// <summary>Fetches once, following redirects. Whatever a server does is an outcome.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var route = new Route(request.Url);
        using var limit = new CancellationTokenSource(request.Timeout ?? TimeSpan.FromSeconds(_options.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FollowAsync(request, route, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return route.Ended(FetchOutcome.TimedOut, FetchMessages.TimedOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ForbiddenAddressException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (outcome, message) = FetchMessages.Explain(e);
            return route.Ended(outcome, message);
        }
    }

    private async Task<FetchResult> FollowAsync(FetchRequest request, Route route, CancellationToken cancellationToken)
    {
        while (route.Problem is null)
        {
            using var message = Message(request, route.Current!);
            using var response = await clients.CreateClient(FetchingSetup.ClientName)
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!Redirects(response))
                return await AnswerAsync(request, route, response, cancellationToken);
            route.Follow((int)response.StatusCode, Header(response.Headers, "Location"), _options.MaxRedirects);
        }

        return route.Ended(route.Problem.Value.Outcome, route.Problem.Value.Message);
    }

    private static HttpRequestMessage Message(FetchRequest request, Uri url)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        AddHeader(message, "Accept", request.Accept);
        AddHeader(message, "If-None-Match", request.ETag);
        AddHeader(message, "If-Modified-Since", request.LastModified);
        return message;
    }

    private static void AddHeader(HttpRequestMessage message, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value) && value.All(static c => c is >= ' ' and <= '\u00FF' and not '\u007F'))
            message.Headers.TryAddWithoutValidation(name, value);
    }

    private static bool Redirects(HttpResponseMessage response) => (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;

    private async Task<FetchResult> AnswerAsync(FetchRequest request, Route route, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var outcome = FetchMessages.OutcomeOf(status);
        var result = route.Ended(outcome, FetchMessages.Of(status, outcome)) with
        {
            StatusCode = status,
            ContentType = Header(response.Content.Headers, "Content-Type"),
            ETag = Header(response.Headers, "ETag"),
            LastModified = Header(response.Content.Headers, "Last-Modified"),
            FreshFor = FreshFor(response.Headers),
            RetryAfter = RetryAfter(response),
        };
        if (outcome != FetchOutcome.Fetched)
            return result;

        var reader = new BodyReader(request.MaxBytes ?? _options.MaxBytes, request.TakesBeginning, TimeSpan.FromSeconds(_options.IdleSeconds), time);
        var body = await reader.ReadAsync(response.Content, cancellationToken);
        return body.Problem is null
            ? result with { Body = body.Bytes, Message = body.Bytes.Length == 0 ? FetchMessages.Empty(status) : result.Message }
            : result with { Outcome = body.Problem.Value, Message = FetchMessages.OfBody(body.Problem.Value, reader.MaxBytes) };
    }

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 and <= 4_000 } value ? value.Trim() : null;

    private static TimeSpan? FreshFor(HttpResponseHeaders headers)
    {
        if (headers.CacheControl is not { MaxAge: { } age, NoCache: false, NoStore: false })
            return null;
        var left = age - (headers.Age ?? TimeSpan.Zero);
        return left > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Min(left.TotalSeconds, TimeSpan.FromDays(365).TotalSeconds)) : null;
    }

    /// <summary>RFC 9110, section 10.2.3: a number of seconds or a date.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } asked)
            return null;
        var wait = asked.Delta ?? asked.Date - time.GetUtcNow();
        return wait is null ? null : TimeSpan.FromSeconds(Math.Clamp(wait.Value.TotalSeconds, 1, TimeSpan.FromDays(7).TotalSeconds));
    }
}
