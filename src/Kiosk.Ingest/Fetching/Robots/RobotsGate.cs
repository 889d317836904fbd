namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>
/// Asks each site for its robots.txt, once a day at most as long as it can be reached, and remembers the answer in memory and on a shelf. Safe
/// for many callers at once; they share one request.
/// </summary>
/// <param name="agent">Our product token, as in the User-Agent header.</param>
/// <param name="fetch">Fetches robots.txt and follows its redirects (RFC 9309 asks for at least five). It must not wait for a turn
/// at the host that a caller of <see cref="MayFetchAsync"/> holds.</param>
/// <param name="time">Says when an answer is old.</param>
/// <param name="shelf">Where answers outlive this process; null keeps them in memory alone.</param>
public sealed class RobotsGate(string agent, Func<FetchRequest, CancellationToken, Task<FetchResult>> fetch, TimeProvider time, RobotsShelf? shelf = null)
{
    /// <summary>The sites that are remembered; the one whose answer ends first makes room for a new one.</summary>
    internal const int MostSites = 5_000;

    private readonly Dictionary<string, Task<RobotsVerdict>> _sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _access = new();

    internal int Count
    {
        get
        {
            lock (_access)
                return _sites.Count;
        }
    }

    /// <summary>Whether the site lets us ask for this address. An address that is not http(s) has no robots.txt, and is allowed here.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; others who wait go on waiting.</exception>
    public async Task<RobotsAnswer> MayFetchAsync(Uri url, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            return new RobotsAnswer(true) { ValidUntil = time.GetUtcNow() };
        var verdict = await Known(url.GetLeftPart(UriPartial.Scheme) + url.Authority).WaitAsync(cancellationToken);
        return verdict.Answer(agent, url, time.GetUtcNow());
    }

    private Task<RobotsVerdict> Known(string site)
    {
        lock (_access)
        {
            var known = _sites.GetValueOrDefault(site);
            if (known is not null && !IsOld(known))
                return known;
            if (known is null)
                MakeRoom();
            return _sites[site] = Task.Run(() => LookUpAsync(site, known is { IsCompletedSuccessfully: true } ? known.Result : null));
        }
    }

    /// <summary>A request that ended in an exception is a bug of the fetcher's: whoever waited for it sees it, and the next one asks anew.</summary>
    private bool IsOld(Task<RobotsVerdict> known) => known.IsCompleted && (!known.IsCompletedSuccessfully || known.Result.Until <= time.GetUtcNow());

    /// <summary>The request is everybody's, so that nobody's giving up ends it; the fetcher keeps the time.</summary>
    private async Task<RobotsVerdict> LookUpAsync(string site, RobotsVerdict? remembered)
    {
        // Another node may have asked since.
        var before = shelf is null ? remembered?.Known : await shelf.FindAsync(site);
        if (before?.ValidUntil > time.GetUtcNow())
            return Remembered(new RobotsVerdict(before));
        var request = new FetchRequest($"{site}/robots.txt")
        {
            ETag = before?.ETag,
            LastModified = before?.LastModified,
            // One byte more tells a cut file from a whole one.
            MaxBytes = RobotsFile.MostBytes + 1,
            TakesBeginning = true,
        };
        var verdict = RobotsVerdict.Of(site, await fetch(request, CancellationToken.None), before, time.GetUtcNow());
        if (shelf is not null)
            await shelf.KeepAsync(verdict.Known);
        return Remembered(verdict);
    }

    /// <summary>Where a shelf keeps the text, memory holds the rules alone.</summary>
    private RobotsVerdict Remembered(RobotsVerdict verdict)
    {
        if (shelf is not null)
            verdict.Known.Body = null;
        return verdict;
    }

    private void MakeRoom()
    {
        if (_sites.Count < MostSites)
            return;
        var first = _sites.Where(static site => site.Value.IsCompleted)
            .MinBy(static site => site.Value.IsCompletedSuccessfully ? site.Value.Result.Until : DateTimeOffset.MinValue);
        if (first.Key is not null)
            _sites.Remove(first.Key);
    }
}
