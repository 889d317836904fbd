using Kiosk.Data;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Fetching.Robots;
using Kiosk.Ingest.Formats.OaiPmh;
using Kiosk.Ingest.Formats.Pages;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Discovery;

/// <summary>One search of one site: what it mentions first, then the usual places for what is still missing.</summary>
internal sealed class SiteSearch(PoliteFetcher fetcher, RobotsGate robots, DateTimeOffset now, Action<string>? looking)
{
    /// <summary>At a second or two each a search stays within a minute.</summary>
    private const int MostRequests = 30;
    private const int MostMentioned = 10;
    private const int MostFromRobots = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RepositoryWindow = TimeSpan.FromDays(60);
    private static readonly string[] RepositoryPlaces = ["/oai", "/oai/request", "/server/oai/request", "/ws/oai", "/oai2", "/cgi/oai2"];
    private static readonly string[] RepositoryNames = ["repository", "research", "pure", "dspace", "kennisbank", "library", "scholarly", "oai", "publicaties"];

    private static readonly string[] FeedNames = ["rss", "/feed", "atom.xml"];

    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private int _requests;

    public List<SourceCandidate> Found { get; } = [];

    /// <summary>Where the asked address led to; null if it could not be reached.</summary>
    public string? Address { get; private set; }

    /// <summary>In Dutch, why the asked address could not be read; null if it could.</summary>
    public string? Problem { get; private set; }

    public async Task RunAsync(IReadOnlyList<Uri> addresses, CancellationToken cancellation)
    {
        if (await OpenAsync(addresses, cancellation) is not { } answer)
            return;
        if (Recognition.Of(answer, now) is { } found)
        {
            await AddAsync(found, answer.FinalUrl, Origin.Asked, cancellation);
            return;
        }

        if (!Recognition.IsPage(answer))
        {
            Problem = "Op dit adres staat iets wat de kiosk niet als lijst kan lezen. Plak liever de voorpagina van de site.";
            return;
        }

        await LookAtAsync(answer, Origin.Asked, cancellation);
        var home = new Uri(new Uri(answer.FinalUrl), "/").AbsoluteUri;
        if (!Has(SourceFormat.Feed) && await AskAsync(home, isOffered: false, cancellation) is { } front && Recognition.IsPage(front))
            await LookAtAsync(front, Origin.Mentioned, cancellation);
        await TryUsualPlacesAsync(answer, cancellation);
    }

    /// <summary>The first address that answers.</summary>
    private async Task<FetchResult?> OpenAsync(IReadOnlyList<Uri> addresses, CancellationToken cancellation)
    {
        foreach (var address in addresses)
        {
            _tried.Add(address.AbsoluteUri);
            var answer = await FetchAsync(address.AbsoluteUri, isOffered: LooksLikeFeed(address), cancellation);
            if (answer.Outcome == FetchOutcome.Fetched)
            {
                Address = answer.FinalUrl;
                _tried.Add(answer.FinalUrl);
                return answer;
            }

            Problem ??= answer.Message;
            if (answer.Outcome != FetchOutcome.Unreachable)
                break;
        }

        return null;
    }

    /// <summary>The page as a list, and what it mentions.</summary>
    private async Task LookAtAsync(FetchResult page, Origin origin, CancellationToken cancellation)
    {
        var url = new Uri(page.FinalUrl);
        if (PageReader.Read(page.Body, page.ContentType, url) is { Problem: null } list)
            Found.Add(Appraisal.Of(new Recognition(SourceFormat.Page, list.Items), page.FinalUrl, origin, now));
        foreach (var mentioned in Mentions(page).Where(found => !found.IsGuess).Take(MostMentioned))
            await TryAsync(mentioned, Origin.Mentioned, cancellation);
        var sitemaps = (await robots.MayFetchAsync(url, cancellation)).Sitemaps;
        foreach (var sitemap in sitemaps.Take(MostFromRobots).Select(sitemap => Uri.TryCreate(url, sitemap, out var target) ? target.AbsoluteUri : null).OfType<string>())
            await TryAsync(new DiscoveredSource(DiscoveredKind.Sitemap, sitemap, Title: null, IsGuess: false), Origin.Robots, cancellation);
    }

    /// <summary>Guesses only for what was not found yet, and one at a time: each costs the site a request.</summary>
    private async Task TryUsualPlacesAsync(FetchResult page, CancellationToken cancellation)
    {
        var url = new Uri(page.FinalUrl);
        var guesses = Mentions(page).Where(found => found.IsGuess).ToList();
        if (Found.Count == 0 || Array.Exists(RepositoryNames, name => url.Host.Contains(name, StringComparison.OrdinalIgnoreCase)))
            guesses.AddRange(RepositoryPlaces.Select(place => new DiscoveredSource(DiscoveredKind.OaiPmh, new Uri(url, place).AbsoluteUri, Title: null, IsGuess: true)));
        foreach (var guess in guesses)
        {
            if (!Has(FormatOf(guess.Kind)))
                await TryAsync(guess, Origin.Guessed, cancellation);
        }
    }

    private async Task TryAsync(DiscoveredSource place, Origin origin, CancellationToken cancellation)
    {
        var url = place.Kind == DiscoveredKind.OaiPmh ? OaiRequest.Of(place.Url).Identify : place.Url;
        if (await AskAsync(url, place.Kind == DiscoveredKind.Feed, cancellation) is { } answer && Recognition.Of(answer, now) is { } found)
            await AddAsync(found with { Title = found.Title ?? place.Title }, answer.FinalUrl, origin, cancellation);
    }

    private async Task AddAsync(Recognition found, string url, Origin origin, CancellationToken cancellation)
    {
        if (found.Format == SourceFormat.OaiPmh)
            (found, url) = await SampleAsync(found, url, cancellation);
        else if (found.Children.Count > 0)
            found = found with { Items = await FirstItemsAsync(found, cancellation) };
        if (!Found.Exists(candidate => candidate.Url == url))
            Found.Add(Appraisal.Of(found, url, origin, now));
    }

    /// <summary>Identify tells only that a repository is there; a page of its records shows what it brings.</summary>
    private async Task<(Recognition Found, string Url)> SampleAsync(Recognition found, string url, CancellationToken cancellation)
    {
        var request = OaiRequest.Of(url);
        var answer = await AskAsync((request with { From = now - RepositoryWindow, HasDayGranularity = true }).ListRecords, isOffered: false, cancellation);
        var records = answer is null ? null : Recognition.Of(answer, now);
        return (found with { Items = records is { Format: SourceFormat.OaiPmh } ? records.Items : found.Items }, request.BaseUrl);
    }

    /// <summary>The items of the sitemap that changed last.</summary>
    private async Task<IReadOnlyList<Formats.Item>> FirstItemsAsync(Recognition index, CancellationToken cancellation)
    {
        var newest = index.Children.MaxBy(child => child.Updated ?? DateTimeOffset.MinValue)!;
        return await AskAsync(newest.Url, isOffered: false, cancellation) is { } answer && Recognition.Of(answer, now) is { Format: SourceFormat.Sitemap } map ? map.Items : [];
    }

    /// <summary>An answer with a body; null if none came, it was asked for before, or enough was asked.</summary>
    private async Task<FetchResult?> AskAsync(string url, bool isOffered, CancellationToken cancellation)
    {
        if (!_tried.Add(url) || _requests >= MostRequests)
            return null;
        var answer = await FetchAsync(url, isOffered, cancellation);
        return answer.Outcome == FetchOutcome.Fetched && (answer.FinalUrl == url || _tried.Add(answer.FinalUrl)) ? answer : null;
    }

    private Task<FetchResult> FetchAsync(string url, bool isOffered, CancellationToken cancellation)
    {
        _requests++;
        looking?.Invoke(url);
        var request = new FetchRequest(url) { Timeout = Patience };
        return isOffered ? fetcher.FetchOfferedAsync(request, cancellation) : fetcher.FetchAsync(request, cancellation);
    }

    /// <summary>Feeds are there to be fetched by programs, so robots.txt is not asked about them.</summary>
    private static bool LooksLikeFeed(Uri url) => Array.Exists(FeedNames, name => url.PathAndQuery.Contains(name, StringComparison.OrdinalIgnoreCase));

    private bool Has(SourceFormat format) => Found.Exists(candidate => candidate.Format == format);

    private static IReadOnlyList<DiscoveredSource> Mentions(FetchResult page) => SiteDiscovery.Find(BodyText.Decode(page.Body.Span, page.ContentType).Text, new Uri(page.FinalUrl));

    private static SourceFormat FormatOf(DiscoveredKind kind) => kind switch
    {
        DiscoveredKind.Feed => SourceFormat.Feed,
        DiscoveredKind.Sitemap => SourceFormat.Sitemap,
        DiscoveredKind.Calendar => SourceFormat.Calendar,
        DiscoveredKind.OaiPmh => SourceFormat.OaiPmh,
        _ => SourceFormat.Dspace,
    };
}
