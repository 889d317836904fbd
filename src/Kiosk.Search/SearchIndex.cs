using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;
using Kiosk.Search.Ranking;

namespace Kiosk.Search;

/// <summary>
/// The full-text index: files of its own beside each node, derived from the archive. Delete them, and they come back.
/// Safe for many threads: any number may search while one applies changes.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly IndexFiles _files;
    private readonly Lock _writing = new();
    private volatile Generation _served;
    private Generation? _building;
    private volatile bool _damaged;

    private SearchIndex(IndexFiles files)
    {
        _files = files;
        var opened = files.Open(out var damage);
        WasDamaged = damage;
        _served = new Generation(files, opened ?? Snapshot.Empty);
        files.Sweep([_served.Snapshot]);
    }

    /// <summary>
    /// How far it follows the change feed; null if it must be filled from the archive: because it is new, was never filled to the end, is being
    /// rebuilt, or has been found damaged.
    /// </summary>
    public FeedPosition? Position => IsDamaged ? null : (_building ?? _served).Snapshot.Position;

    /// <summary>Whether it can answer for the whole archive; also true while it is rebuilt beside the old one.</summary>
    public bool IsReady => !IsDamaged && _served.Snapshot.Position is not null;

    /// <summary>Articles in it.</summary>
    public int Count => _served.Snapshot.Count;

    /// <summary>Whether the files were found damaged when it was opened, so that it started empty.</summary>
    public bool WasDamaged { get; }

    private bool IsDamaged => _damaged || _served.Damage is not null;

    /// <summary>
    /// Opens the index at <paramref name="path"/>. If it is missing, damaged, made from another archive or by another version of the analysis,
    /// it is made anew and <see cref="Position"/> is null.
    /// </summary>
    /// <exception cref="IOException">The file cannot be made there; the message says so in Dutch.</exception>
    public static SearchIndex Open(string path, string archiveId) => new(new IndexFiles(path, archiveId));

    /// <summary>Puts articles in (replacing what stood there under their ids), takes articles out, and moves the position, all at once.</summary>
    /// <param name="articles">An article that is also in <paramref name="removed"/> is taken out.</param>
    /// <param name="removed">Ids; those that are not in the index are passed over.</param>
    /// <param name="position">Null while the index is being filled and is not yet whole; such an index is made anew when opened next.</param>
    /// <exception cref="SearchIndexDamagedException">The index was damaged; it is now empty and this batch is not in it.</exception>
    /// <exception cref="IOException">The files cannot be written; the message says so in Dutch.</exception>
    public void Apply(IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<long> removed, FeedPosition? position)
    {
        lock (_writing)
        {
            if (IsDamaged || _building?.Damage is not null)
                Replace();
            var target = _building ?? _served;
            target.Apply(articles, removed, position);
            if (_building is not null && position is not null)
                SwapIn(_building);
        }
    }

    /// <summary>Answers a question. Whatever a person types is no error; a damaged index answers with nothing and a note.</summary>
    public SearchPage Search(SearchRequest request)
    {
        var query = Query.Parse(request.Text, out var notes);
        query = request.Expand?.Invoke(query) ?? query;
        return Read(snapshot => Answer.Of(snapshot, request, query, notes)) ?? new SearchPage
        {
            Total = 0,
            Whole = 0,
            Hits = [],
            Notes = ["De zoekindex was beschadigd en wordt opnieuw gemaakt. Probeer het zo weer."],
        };
    }

    /// <summary>
    /// Asks to be filled again beside what stands: <see cref="Position"/> is null until then, and searches are answered from the old until the
    /// new is whole. A process that stops in between has the old when it starts again.
    /// </summary>
    public void Rebuild()
    {
        lock (_writing)
        {
            _building?.Dispose();
            _building = Generation.Beside(_files);
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            _building?.Dispose();
            _served.Dispose();
        }
    }

    /// <summary>Null if the index is damaged.</summary>
    internal T? Read<T>(Func<Snapshot, T> action)
        where T : class
    {
        if (IsDamaged)
            return null;
        try
        {
            return action(_served.Snapshot);
        }
        catch (IndexDamageException)
        {
            _damaged = true;
            return null;
        }
    }

    /// <summary>Files of the old go when the last search lets go of them.</summary>
    private void SwapIn(Generation next)
    {
        _served.Stop();
        next.Serve();
        (_served, _building) = (next, null);
        _damaged = false;
        _files.Sweep([next.Snapshot]);
    }

    /// <summary>Starts anew and empty, and says so to the follower: its batch was made for what is gone.</summary>
    private void Replace()
    {
        _served.Stop();
        _files.Forget();
        _building?.Dispose();
        _building = null;
        _served = new Generation(_files, Snapshot.Empty);
        _damaged = false;
        _files.Sweep([]);
        throw new SearchIndexDamagedException();
    }
}
