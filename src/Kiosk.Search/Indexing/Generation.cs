namespace Kiosk.Search.Indexing;

/// <summary>
/// An index as it grows: applies batches to a snapshot and joins segments in the background. Its snapshot may be read at any time by anybody; changes
/// come one at a time.
/// </summary>
internal sealed class Generation(IndexFiles files, Snapshot snapshot) : IDisposable
{
    /// <summary>With more segments than this, a batch waits until some are joined.</summary>
    private const int MostSegments = 4 * MergePolicy.Width;

    private readonly Lock _changing = new();
    private readonly CancellationTokenSource _stop = new();
    private volatile Snapshot _snapshot = snapshot;
    private Task _merging = Task.CompletedTask;

    public Snapshot Snapshot => _snapshot;

    /// <summary>What a background merge met; null if nothing.</summary>
    public IndexDamageException? Damage { get; private set; }

    /// <summary>Whether changes are committed; not while it is filled beside another.</summary>
    public bool IsServed { get; private set; } = true;

    public static Generation Beside(IndexFiles files) => new(files, Snapshot.Empty) { IsServed = false };

    /// <summary>Makes it the one that is opened next time.</summary>
    public void Serve()
    {
        lock (_changing)
        {
            IsServed = true;
            files.Commit(_snapshot);
        }
    }

    public void Apply(IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<long> removed, FeedPosition? position)
    {
        if (_snapshot.Segments.Count > MostSegments)
            _merging.Wait();
        var gone = removed.ToHashSet();
        var current = articles.Where(article => !gone.Contains(article.Id)).GroupBy(article => article.Id).Select(same => same.Last()).ToList();
        gone.UnionWith(current.Select(article => article.Id));
        var added = current.Count == 0 ? null : Make(path => SegmentBuilder.Write(path, current));
        lock (_changing)
            Change(_snapshot.With(gone, added, position));
        if (_merging.IsCompleted && MergePolicy.Choose(_snapshot).Count > 0)
            _merging = Task.Run(MergeAll);
    }

    /// <summary>Waits until no segments are being joined.</summary>
    public void Settle() => _merging.Wait();

    /// <summary>Stops joining segments; nothing is committed after this. Searches may go on.</summary>
    public void Stop()
    {
        _stop.Cancel();
        _merging.Wait();
    }

    public void Dispose()
    {
        Stop();
        foreach (var segment in _snapshot.Segments)
            segment.Segment.Dispose();
    }

    private void Change(Snapshot changed)
    {
        if (IsServed)
            files.Commit(changed);
        _snapshot = changed;
    }

    private Segment Make(Action<string> write)
    {
        var path = files.NewSegment();
        files.Attempt(() => write(path));
        return Segment.Open(path);
    }

    private void MergeAll()
    {
        try
        {
            while (MergePolicy.Choose(_snapshot) is { Count: > 0 } sources)
                Merge(sources);
        }
        catch (OperationCanceledException)
        {
            // Closing: what was being joined stays apart.
        }
        catch (IndexDamageException problem)
        {
            Damage = problem;
        }
        catch (IOException)
        {
            // No room, or not allowed: the next batch meets the same and says so.
        }
    }

    private void Merge(IReadOnlyList<LiveSegment> sources)
    {
        if (sources.Sum(source => source.Count) == 0)
            return;
        var merged = Make(path => SegmentMerger.Write(path, sources, _stop.Token));
        lock (_changing)
        {
            // What was taken out while we were busy is still in the joined one.
            var gone = sources.SelectMany(source => TakenOutSince(source, Current(source)));
            var rest = _snapshot.Segments.Where(segment => !sources.Any(source => source.Segment == segment.Segment));
            Change(new Snapshot([.. rest, new LiveSegment(merged).Without(gone)], _snapshot.Position));
        }
        foreach (var source in sources)
            files.Attempt(() => File.Delete(source.Segment.Path));
    }

    private LiveSegment? Current(LiveSegment source) => _snapshot.Segments.FirstOrDefault(segment => segment.Segment == source.Segment);

    private static IEnumerable<long> TakenOutSince(LiveSegment then, LiveSegment? now)
    {
        if (now?.Gone == then.Gone && now is not null)
            yield break;
        for (var article = 0; article < then.Segment.Count; article++)
        {
            if (then.IsLive(article) && now?.IsLive(article) != true)
                yield return then.Segment.Values.Ids[article];
        }
    }
}
