using Kiosk.Ingest.Fetching.Robots;
using Microsoft.Extensions.Options;

namespace Kiosk.Ingest.Fetching;

/// <summary>
/// Fetches as a guest: one request at a time per host, with a pause between two (not at the private hosts that the operator lets in), and only what
/// robots.txt allows.
/// </summary>
public sealed class PoliteFetcher(Fetcher fetcher, HostGate gate, RobotsGate robots, IOptions<FetchOptions> options)
{
    private readonly AllowedHosts _own = new(options.Value.AllowedPrivateHosts);

    /// <summary>As <see cref="Fetcher.FetchAsync"/>; an address that the site asks us not to visit is answered with <see cref="FetchOutcome.Disallowed"/>.</summary>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        if (WebAddress(request) is not { } url)
            return await fetcher.FetchAsync(request, cancellation);
        var answer = await robots.MayFetchAsync(url, cancellation);
        return answer.IsAllowed
            ? await TakeTurnAsync(url, answer.CrawlDelay, request, cancellation)
            : new FetchResult { Outcome = FetchOutcome.Disallowed, Message = answer.Message ?? "", FinalUrl = request.Url };
    }

    /// <summary>
    /// For a feed: it is published to be fetched by programs, so its own address is asked for without robots.txt, as feed readers do.
    /// </summary>
    public async Task<FetchResult> FetchOfferedAsync(FetchRequest request, CancellationToken cancellation) =>
        WebAddress(request) is { } url
            ? await TakeTurnAsync(url, crawlDelay: null, request, cancellation)
            : await fetcher.FetchAsync(request, cancellation);

    private async Task<FetchResult> TakeTurnAsync(Uri url, TimeSpan? crawlDelay, FetchRequest request, CancellationToken cancellation)
    {
        if (Resting(url, request) is { } rest)
            return rest;
        using var turn = await gate.EnterAsync(url.Host, crawlDelay, cancellation, isOwn: _own.Contains(url.Host, url.Port));
        // Whoever went before may have been told to wait.
        if (Resting(url, request) is { } asksRest)
            return asksRest;
        var fetched = await fetcher.FetchAsync(request, cancellation);
        if (fetched is { Outcome: FetchOutcome.Busy, RetryAfter: { } asked })
            gate.Rest(url.Host, asked);
        return fetched;
    }

    /// <summary>While the host keeps the rest that it asked for (429 or 503 with Retry-After), nothing is asked; null if it does not.</summary>
    private FetchResult? Resting(Uri url, FetchRequest request) => gate.RestOf(url.Host) is { } rest
        ? new FetchResult { Outcome = FetchOutcome.Busy, Message = FetchMessages.Resting(url.Host), FinalUrl = request.Url, RetryAfter = rest }
        : null;

    /// <summary>Null for what is no web address; that is the fetcher's to explain.</summary>
    private static Uri? WebAddress(FetchRequest request) => Uri.TryCreate(request.Url, UriKind.Absolute, out var url) && url.Host.Length > 0 ? url : null;
}
