using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Fetching.Robots;

namespace Kiosk.Ingest.Discovery;

/// <summary>
/// Finds what can be read of a site, given any address of it: feeds, sitemaps, repositories, or the page itself as a list. Asks as politely as a
/// harvest, stores nothing, and offers only what it has read.
/// </summary>
public sealed class SourceDiscovery(PoliteFetcher fetcher, RobotsGate robots, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Looks; whatever the site does is part of the findings.</summary>
    /// <param name="pasted">What an editor pasted, with or without <c>https://</c>.</param>
    /// <param name="looking">Told of each address that is asked for; null if nobody looks.</param>
    /// <param name="cancellation">Stops between requests.</param>
    public async Task<SiteFindings> FindAsync(string pasted, Action<string>? looking, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        var addresses = PastedAddress.Read(pasted);
        if (addresses.Count == 0)
            return new SiteFindings(pasted, [], "Dit is geen webadres. Plak het adres van de site, bijvoorbeeld www.voorbeeld.nl.");
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var search = new SiteSearch(fetcher, robots, time.GetUtcNow(), looking);
        string? remark = null;
        try
        {
            await search.RunAsync(addresses, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            remark = "Na twee minuten zijn we gestopt met zoeken; misschien is er meer.";
        }

        var found = search.Found.OrderByDescending(candidate => candidate.Rank).ToList();
        var problem = found.Count > 0 ? null : search.Problem ?? "Op deze site is niets gevonden dat de kiosk vanzelf kan bijhouden. Zoek op de site de bladzijde met het nieuws en plak dat adres.";
        return new SiteFindings(search.Address ?? addresses[0].AbsoluteUri, found, problem, remark);
    }
}
