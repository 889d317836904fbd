using System.Text;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Fetching;

/// <summary>The way one fetch goes through redirects, and what may be remembered of it.</summary>
internal sealed class Route
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _asked;
    private readonly HashSet<string> _visited = [];
    private bool _permanentSoFar = true;
    private string? _permanentUrl;
    private bool _lostEncryption;

    public Route(string url)
    {
        _asked = url;
        Current = Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? Fetchable(parsed) : null;
        if (Current is null)
            Problem = (FetchOutcome.Forbidden, FetchMessages.NoWebAddress);
        else
            _visited.Add(Current.AbsoluteUri);
    }

    /// <summary>What to ask now; null if the first address cannot be asked.</summary>
    public Uri? Current { get; private set; }

    /// <summary>Why it goes no further; null while it does.</summary>
    public (FetchOutcome Outcome, string Message)? Problem { get; private set; }

    /// <summary>Takes one redirect, or sets <see cref="Problem"/>.</summary>
    public void Follow(int status, string? location, int maxRedirects)
    {
        if (string.IsNullOrEmpty(location) || !Uri.TryCreate(Current!, AsUtf8(location), out var target))
            Problem = (FetchOutcome.ServerError, FetchMessages.BadRedirect(status));
        else if (Fetchable(target) is not { } next)
            Problem = (FetchOutcome.Forbidden, FetchMessages.RedirectOffTheWeb);
        else if (!_visited.Add(next.AbsoluteUri))
            Problem = (FetchOutcome.ServerError, FetchMessages.RedirectLoop);
        else if (_visited.Count > maxRedirects + 1)
            Problem = (FetchOutcome.ServerError, FetchMessages.TooManyRedirects(maxRedirects));
        else
            Take(next, isPermanent: status is 301 or 308);
    }

    /// <summary>A result with what the route knows.</summary>
    public FetchResult Ended(FetchOutcome outcome, string message) => new()
    {
        Outcome = outcome,
        Message = _lostEncryption ? message + FetchMessages.LostEncryption : message,
        FinalUrl = Current?.AbsoluteUri ?? _asked,
        PermanentUrl = _permanentUrl,
    };

    private void Take(Uri next, bool isPermanent)
    {
        _lostEncryption |= Current!.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp;
        _permanentSoFar &= isPermanent;
        if (_permanentSoFar)
            _permanentUrl = next.AbsoluteUri;
        Current = next;
    }

    /// <summary>The address without name, password and fragment; null if it is not http(s).</summary>
    private static Uri? Fetchable(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
            return null;
        var bare = url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo & ~UriComponents.Fragment, UriFormat.UriEscaped);
        return bare.Length <= 8_000 && Uri.TryCreate(bare, UriKind.Absolute, out var fetchable) && WebHost.Of(fetchable) is not null ? fetchable : null;
    }

    /// <summary>Headers are read as Latin-1; servers that put an address there unescaped mean UTF-8.</summary>
    private static string AsUtf8(string header)
    {
        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(header));
        }
        catch (DecoderFallbackException)
        {
            return header;
        }
    }
}
