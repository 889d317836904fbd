using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Sitemaps;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>The way through a sitemap and the files it names, with what was seen before and how much may still be taken.</summary>
internal sealed class SitemapWalk
{
    private const int DeepestIndex = 3;
    private const int MostWaiting = 1_000;
    private const int MostVersions = 500;

    private readonly SourceVisit _visit;
    private readonly SitemapState _state;
    private readonly SeenPrints _seen;
    private readonly Dictionary<string, FileVersion> _versions;
    private readonly Stack<SitemapFile> _waiting = new();
    private int _room;
    private int _filesLeft;
    private bool _isIndex;
    private bool _isCut;

    public SitemapWalk(SourceVisit visit)
    {
        _visit = visit;
        _state = visit.StateOr<SitemapState>();
        _seen = SeenPrints.Parse(_state.Seen);
        _versions = new(_state.Versions ?? [], StringComparer.Ordinal);
        (_room, _filesLeft) = (visit.Limits.SitemapItems, visit.Limits.SitemapFiles);
        Root = new SitemapFile(visit.Source.Url, null, 0);
    }

    public SitemapFile Root { get; }

    /// <summary>True once the source's own file could be read.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Conditional only where 304 would hide nothing: not while addresses wait, nor for an index whose files change without it.</summary>
    public Task<FetchResult> FetchRootAsync(CancellationToken cancellation) =>
        _state.IsSettled ? _visit.FetchSourceAsync(cancellation) : _visit.FetchAsync(Root.Url, cancellation);

    /// <summary>A file of which the index does not say when it changed is asked for with what its server said of it last time.</summary>
    public Task<FetchResult> FetchAsync(SitemapFile file, CancellationToken cancellation)
    {
        var known = file.Updated is null ? _versions.GetValueOrDefault(file.Url) : null;
        return known is not null && _visit.Now - known.Since < Schedule.ValidatorsTrusted
            ? _visit.FetchAsync(new FetchRequest(file.Url) { ETag = known.ETag, LastModified = known.LastModified }, cancellation)
            : _visit.FetchAsync(file.Url, cancellation);
    }

    /// <summary>The next file to read; null if this harvest has taken enough, or nothing waits.</summary>
    public SitemapFile? Next() => _room > 0 && _filesLeft-- > 0 && _waiting.TryPop(out var file) ? file : null;

    public List<ReadBatch> Read(SitemapFile file, FetchResult fetched)
    {
        if (file != Root && fetched.Outcome == FetchOutcome.NotModified)
            return [];
        var reading = SourceVisit.Came(fetched) ? SitemapReader.Read(fetched.Body, fetched.ContentType, SourceVisit.AddressOf(fetched)) : null;
        if (reading is null or { Problem: not null })
            return [Missed(file, fetched, reading)];
        HasBegun = true;
        _isIndex |= reading.Children.Count > 0;
        if (file.Depth < DeepestIndex)
            foreach (var child in Changed(reading.Children).Reverse())
                _waiting.Push(new SitemapFile(child.Url, child.Updated, file.Depth + 1));
        var items = _visit.Within(reading.Items).Where(item => !_seen.Contains(Name(item))).OrderByDescending(item => item.Updated ?? item.Published).ToList();
        var batches = Batches(items, reading.Remark, fetched);
        _isCut |= items.Count > _room;
        if (items.Count <= _room && reading.Children.Count == 0)
            NoteWhole(file, fetched);
        _room -= Math.Min(_room, items.Count);
        return batches;
    }

    public ReadBatch Finished()
    {
        var isMore = _isCut || _waiting.Count > 0;
        return new ReadBatch
        {
            State = State(isSettled: !isMore && !_isIndex),
            Remark = isMore ? "Er staan nog meer adressen in de sitemap; die volgen bij de volgende keren." : null,
        };
    }

    private List<ReadBatch> Batches(List<Item> items, string? remark, FetchResult fetched)
    {
        var batches = new List<ReadBatch>();
        foreach (var chunk in items.Take(_room).Chunk(_visit.Limits.BatchSize).DefaultIfEmpty([]))
        {
            foreach (var item in chunk)
                _seen.Add(Name(item));
            batches.Add(new ReadBatch { Items = chunk, State = State(isSettled: false), Remark = remark, Fetched = fetched });
        }
        return batches;
    }

    private IEnumerable<ChildSitemap> Changed(IReadOnlyList<ChildSitemap> files) =>
        files.Where(file => file.Updated is null || !_seen.Contains(Name(file.Url, file.Updated))).OrderByDescending(file => file.Updated).Take(MostWaiting);

    /// <summary>A file that was read whole is not asked for again until it changes, or asked for what changed.</summary>
    private void NoteWhole(SitemapFile file, FetchResult fetched)
    {
        if (file.Updated is not null)
            _seen.Add(Name(file.Url, file.Updated));
        else if (file != Root && (fetched.ETag ?? fetched.LastModified) is not null && (_versions.Count < MostVersions || _versions.ContainsKey(file.Url)))
            _versions[file.Url] = new FileVersion(fetched.ETag, fetched.LastModified, _visit.Now);
    }

    private ReadBatch Missed(SitemapFile file, FetchResult fetched, SitemapReading? reading)
    {
        var state = HasBegun ? State(isSettled: false) : _visit.State;
        var failed = reading is null ? SourceVisit.Failed(fetched, state) : new ReadBatch { Fetched = fetched, State = state, Problem = reading.Problem };
        return HasBegun ? failed with { Problem = null, Remark = $"De sitemap {file.Url} is overgeslagen. {failed.Problem}" } : failed;
    }

    private static string Name(Item item) => Name(item.Link, item.Updated);

    private static string Name(string? url, DateTimeOffset? updated) => $"{url} {updated?.UtcTicks}";

    private string State(bool isSettled) => SourceVisit.ToJson(new SitemapState { Seen = _seen.ToString(), IsSettled = isSettled, Versions = _versions.Count > 0 ? _versions : null });

    private sealed record SitemapState
    {
        public string? Seen { get; init; }

        /// <summary>True if nothing is waiting and there is one file only.</summary>
        public bool IsSettled { get; init; }

        /// <summary>By address, the files that were read whole and of which no index says when they change; null if there are none.</summary>
        public Dictionary<string, FileVersion>? Versions { get; init; }
    }

    /// <summary>What a server said of a file, to be sent back letter by letter.</summary>
    private sealed record FileVersion(string? ETag, string? LastModified, DateTimeOffset Since);
}

/// <summary>A file of a sitemap that waits to be read.</summary>
/// <param name="Depth">0 for the source's own address.</param>
internal sealed record SitemapFile(string Url, DateTimeOffset? Updated, int Depth);
