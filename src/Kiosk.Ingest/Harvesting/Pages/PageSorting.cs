using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>Sorts what a source brings: what says it all is stored; what says less is stored as it is and put in line to be read; what says too little waits for that.</summary>
public sealed class PageSorting(Archive archive, PageQueue queue, TimeProvider time)
{
    /// <summary>Puts in line what is to be read, before anything is stored: breaking off after it reads a page too many, never one too few.</summary>
    /// <param name="batch">The source, its filter, and what all its articles get.</param>
    /// <param name="candidates">What came.</param>
    /// <param name="still">As in <see cref="Archive.StoreAsync"/>.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>What can be stored now, and a count of the rest.</returns>
    public async Task<(IReadOnlyList<Candidate> Now, Tally Later)> SortAsync(
        Batch batch, IReadOnlyList<Candidate> candidates, Func<KioskDb, Task<bool>> still, CancellationToken cancellation)
    {
        var (whole, partial) = (new List<Candidate>(candidates.Count), new List<(Candidate Candidate, string Url)>());
        foreach (var candidate in candidates)
        {
            if (PageNeed.AddressFor(batch.Source, candidate) is { } url)
                partial.Add((WithLanguage(candidate, batch) with { IsPartial = true }, url));
            else
                whole.Add(candidate);
        }

        if (partial.Count == 0)
            return (candidates, default);
        var waiting = partial.Select(each => each.Candidate).Where(candidate => MustWait(batch, candidate)).ToHashSet<Candidate>(ReferenceEqualityComparer.Instance);
        var unknown = new HashSet<Candidate>(await archive.UnknownAsync(batch.Source.Id, partial.ConvertAll(each => each.Candidate), cancellation), ReferenceEqualityComparer.Instance);
        var added = await queue.AddAsync(batch.Source.Id, [.. partial.Where(each => unknown.Contains(each.Candidate) && (waiting.Contains(each.Candidate) || IsKept(batch, each.Candidate)))], still, cancellation);
        whole.AddRange(partial.Select(each => each.Candidate).Where(candidate => !waiting.Contains(candidate) || !unknown.Contains(candidate)));
        return (whole, new Tally { Seen = candidates.Count - whole.Count, Waiting = added.Count(waiting.Contains) });
    }

    /// <summary>The source is read as if for the first time: what was given up or filtered out may be otherwise now.</summary>
    public Task StartAfreshAsync(int sourceId, CancellationToken cancellation) => queue.ForgetSettledAsync(sourceId, cancellation);

    /// <summary>
    /// Without a title there is nothing to show. A filter judges by what the source says, so that no page is fetched of what is not kept; but a sitemap or a list
    /// says too little for that, and then the page decides.
    /// </summary>
    private bool MustWait(Batch batch, Candidate candidate) =>
        Teaser.IsBare(candidate.Item) && (candidate.Item.Title is null || (batch.Source.Format != SourceFormat.Feed && !IsKept(batch, candidate)));

    private bool IsKept(Batch batch, Candidate candidate) =>
        batch.Filter is null || batch.Keeps(batch.Draft(candidate, time.GetUtcNow()).ForQueries(batch.Source));

    private static Candidate WithLanguage(Candidate candidate, Batch batch) =>
        candidate with { Item = candidate.Item with { Language = candidate.Item.Language ?? batch.Language } };
}
