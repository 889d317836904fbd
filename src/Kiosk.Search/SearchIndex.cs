using Kiosk.Search.Asking;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;
using Kiosk.Search.Ranking;
using Kiosk.Search.Spelling;
using Kiosk.Search.Suggesting;
using Kiosk.Search.Synonyms;

namespace Kiosk.Search;

/// <summary>
/// The full-text index: files of its own beside each node, derived from the archive. Delete them, and they come back.
/// Safe for many threads: any number may search while one applies changes.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>How long to wait for another process to index what we saw: half a minute.</summary>
    private const int OtherTurns = 600;
    private static readonly TimeSpan OtherTurn = TimeSpan.FromMilliseconds(50);
    private readonly IndexFiles _files;
    private readonly IndexLock _lock;
    private readonly SpellingBook _spelling = new();
    private readonly Lock _writing = new();
    private volatile Thesaurus _thesaurus = Thesaurus.Field;
    private volatile FormerNames _names = FormerNames.None;
    private volatile Generation _served;
    private Generation? _building;
    private volatile bool _damaged;
    private volatile bool _isOurs;

    private SearchIndex(IndexFiles files, IndexLock @lock)
    {
        (_files, _lock) = (files, @lock);
        files.MakeFolder();
        _isOurs = @lock.TryTake();
        var opened = files.Open(out var damage);
        WasDamaged = damage && _isOurs;
        _served = new Generation(files, opened ?? Snapshot.Empty);
        if (_isOurs)
            files.Sweep([_served.Snapshot]);
    }

    /// <summary>
    /// How far it follows the change feed; null if it must be filled from the archive: because it is new, was never filled to the end, is being
    /// rebuilt, or has been found damaged.
    /// </summary>
    public FeedPosition? Position
    {
        get
        {
            Refresh();
            return IsDamaged ? null : (_building ?? _served).Snapshot.Position;
        }
    }

    /// <summary>Whether it can answer for the whole archive; also true while it is rebuilt beside the old one.</summary>
    public bool IsReady => !IsDamaged && _served.Snapshot.Position is not null;

    /// <summary>Articles in it.</summary>
    public int Count => _served.Snapshot.Count;

    /// <summary>Whether the files were found damaged when it was opened, so that it started empty.</summary>
    public bool WasDamaged { get; }

    /// <summary>What is also searched for; when replaced, it counts from the next question on.</summary>
    public Thesaurus Thesaurus { get => _thesaurus; set => _thesaurus = value; }

    /// <summary>What topics and sources were called before; when replaced, it counts from the next question on.</summary>
    public FormerNames FormerNames { get => _names; set => _names = value; }

    private bool IsDamaged => _damaged || _served.Damage is not null;

    /// <summary>
    /// Opens the index at <paramref name="path"/>. If it is missing, damaged, made from another archive or by another version of the analysis,
    /// it is made anew and <see cref="Position"/> is null.
    /// </summary>
    /// <exception cref="IOException">The file cannot be made there; the message says so in Dutch.</exception>
    /// <remarks>
    /// If another process has it open, that one goes on changing it, and this one reads along: <see cref="Apply"/> then only waits until the
    /// other has come as far.
    /// </remarks>
    public static SearchIndex Open(string path, string archiveId) => new(new IndexFiles(path, archiveId), new IndexLock(path));

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
            if (!TakeOver())
            {
                WaitForOther(position);
                return;
            }
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
        Refresh();
        return Read(snapshot => new Asker(snapshot, Thesaurus, FormerNames, _spelling).Answer(request)) ?? new SearchPage
        {
            Total = 0,
            Whole = 0,
            Hits = [],
            Notes = ["De zoekindex was beschadigd en wordt opnieuw gemaakt. Probeer het zo weer."],
        };
    }

    /// <summary>A question as it is asked of each article by itself, with what names stand for now and, unless it is to be exact, what means the same.</summary>
    public Query Standing(string text, bool exactly) => Question.Read(text, exactly ? Thesaurus.Empty : Thesaurus, FormerNames).Query;

    /// <summary>Where the score of an article for a question comes from; null if it is not in the index.</summary>
    public Explanation? Explain(string text, long id) => Read(snapshot => new Asker(snapshot, Thesaurus, FormerNames, _spelling).Explain(text, id));

    /// <summary>Articles that are like one, best first, without others of its story; none if it is not in the index.</summary>
    /// <param name="id">The article.</param>
    /// <param name="take">How many at most; 1 to 100.</param>
    public IReadOnlyList<SearchHit> MoreLike(long id, int take = 5)
    {
        var request = new SearchRequest { Text = "", Except = id, Take = take };
        return Read(snapshot => Likeness.Of(snapshot, id) is { } query and not AllQuery ? Answer.Of(snapshot, request, new Question(query, [], [])) : null)?.Hits ?? [];
    }

    /// <summary>What a person who types this may be after: topics, sources, words and titles, each best first.</summary>
    /// <param name="text">What was typed; the last word counts as a beginning, unless a space follows.</param>
    public IReadOnlyList<Suggestion> Suggest(string text) => Read(snapshot => new Suggester(snapshot).For(text)) ?? [];

    /// <summary>Narrower questions that the results of a question lead to; none if nothing stands out.</summary>
    public IReadOnlyList<string> Related(string text, int take = 5) => RelatedSearches.Of(text, Search(new SearchRequest { Text = text, Take = 50 }), take);

    /// <summary>
    /// Asks to be filled again beside what stands: <see cref="Position"/> is null until then, and searches are answered from the old until the
    /// new is whole. A process that stops in between has the old when it starts again.
    /// </summary>
    /// <exception cref="IOException">Another process has the index; the message says so in Dutch.</exception>
    public void Rebuild()
    {
        lock (_writing)
        {
            if (!TakeOver())
                throw new IOException("De zoekindex is in gebruik door een kiosk die draait. Stop die eerst, of bouw de index daar opnieuw op.");
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
            _lock.Dispose();
        }
    }

    /// <summary>Null if the index is damaged.</summary>
    internal T? Read<T>(Func<Snapshot, T?> action)
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

    /// <summary>True if the index is ours to change; the process that had it may have stopped.</summary>
    private bool TakeOver()
    {
        if (_isOurs || !_lock.TryTake())
            return _isOurs;
        Reload();
        return _isOurs = true;
    }

    /// <summary>Sees what another process has committed since.</summary>
    internal void Refresh()
    {
        if (_isOurs || !_files.HasChanged())
            return;
        lock (_writing)
        {
            if (!_isOurs)
                Reload();
        }
    }

    private void Reload()
    {
        if (_files.Open(out _) is { } snapshot)
            _served = new Generation(_files, snapshot);
    }

    private void WaitForOther(FeedPosition? position)
    {
        if (position is not { } wanted)
            return;
        for (var turn = 0; turn < OtherTurns; turn++)
        {
            if (_files.HasChanged())
                Reload();
            if (_served.Snapshot.Position is { } reached && reached >= wanted)
                return;
            Thread.Sleep(OtherTurn);
        }
        throw new IOException("Een andere kiosk heeft de zoekindex in gebruik, maar werkt hem niet bij. Kijk of die nog goed draait.");
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
        (_served, _building, _damaged) = (new Generation(_files, Snapshot.Empty), null, false);
        _files.Sweep([]);
        throw new SearchIndexDamagedException();
    }
}
