using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Kiosk.Ingest.Fetching;

/// <summary>Posts to addresses that people gave, through the same guard as all that is fetched: private networks are refused when connecting.</summary>
public sealed class Poster(IHttpClientFactory clients, IOptions<FetchOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly AllowedHosts _allowed = new(options.Value.AllowedPrivateHosts);

    /// <summary>Why nothing may be posted to an address, in Dutch; null if it may. Only https is safe from eyes and hands on the way.</summary>
    public string? Objection(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0 ? "Dit is geen webadres. Begin met https:// en neem het hele adres over."
        : address.UserInfo.Length > 0 ? "Er staat een naam of wachtwoord in het adres. Haal dat weg; de handtekening bewijst wie het stuurt."
        : address.Scheme != Uri.UriSchemeHttps && !_allowed.Contains(address.Host, address.Port) ? "Het adres moet met https:// beginnen."
        : null;

    /// <summary>Posts once and follows no redirect. Whatever the server does is an outcome.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<PostResult> PostAsync(string url, byte[] body, string contentType, IReadOnlyDictionary<string, string> headers, CancellationToken cancellation)
    {
        if (Objection(url) is { } objection)
            return new PostResult(null, objection);
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            using var response = await clients.CreateClient(FetchingSetup.ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var status = (int)response.StatusCode;
            return new PostResult(status, status is >= 200 and < 300 ? "Aangekomen."
                : status is >= 300 and < 400 ? $"De server verwijst door ({status}). Dat volgen we niet: vul het nieuwe adres in."
                : FetchMessages.Of(status, FetchMessages.OutcomeOf(status)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new PostResult(null, "De server deed er te lang over.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ForbiddenAddressException)
        {
            cancellation.ThrowIfCancellationRequested();
            return new PostResult(null, FetchMessages.Explain(e).Message);
        }
    }
}

/// <summary>How a post ended.</summary>
/// <param name="Status">The HTTP status; null if no answer came.</param>
/// <param name="Message">In Dutch, for people.</param>
public sealed record PostResult(int? Status, string Message)
{
    public bool Succeeded => Status is >= 200 and < 300;
}
