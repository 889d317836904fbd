using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;
using Kiosk.Search.Ranking;
using Microsoft.Data.Sqlite;

namespace Kiosk.Search;

/// <summary>
/// The full-text index: a file of its own beside each node, derived from the archive. Delete it, and it comes back.
/// Safe for many threads: any number may search while one applies changes.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly IndexFile _file;
    private readonly ConnectionPool _readers;
    private readonly Lock _writing = new();
    private readonly ReaderWriterLockSlim _replacing = new();
    private Connection _writer;
    private volatile bool _damaged;

    private SearchIndex(IndexFile file)
    {
        _file = file;
        _writer = file.Open();
        _readers = new ConnectionPool(file);
    }

    /// <summary>
    /// How far it follows the change feed; null if it must be filled from the archive: because it is new, was never filled to the end, or has
    /// been found damaged.
    /// </summary>
    public FeedPosition? Position => Read(Meta.Position, null);

    /// <summary>Articles in it.</summary>
    public int Count => Read(Meta.Count, 0);

    /// <summary>
    /// Opens the index at <paramref name="path"/>. If it is missing, damaged, made from another archive or by another version of the analysis,
    /// it is made anew and <see cref="Position"/> is null.
    /// </summary>
    /// <exception cref="IOException">The file cannot be made there; the message says so in Dutch.</exception>
    public static SearchIndex Open(string path, string archiveId) => new(new IndexFile(path, archiveId));

    /// <summary>Puts articles in (replacing what stood there under their ids), takes articles out, and moves the position, all in one transaction.</summary>
    /// <param name="articles">An article that is also in <paramref name="removed"/> is taken out.</param>
    /// <param name="removed">Ids; those that are not in the index are passed over.</param>
    /// <param name="position">Null while the index is being filled and is not yet whole; such an index is made anew when opened next.</param>
    /// <exception cref="SearchIndexDamagedException">The index was damaged; it is now empty and this batch is not in it.</exception>
    public void Apply(IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<long> removed, FeedPosition? position)
    {
        lock (_writing)
        {
            if (_damaged)
                Replace(null);
            try
            {
                Write(articles, removed, position);
            }
            catch (SqliteException problem) when (IndexFile.IsDamage(problem))
            {
                Replace(problem);
            }
        }
    }

    /// <summary>Answers a question. Whatever a person types is no error; a damaged index answers with nothing and a note.</summary>
    public SearchPage Search(SearchRequest request)
    {
        var query = Query.Parse(request.Text, out var notes);
        var damaged = new SearchPage { Total = 0, Whole = 0, Hits = [], Notes = ["De zoekindex was beschadigd en wordt opnieuw gemaakt. Probeer het zo weer."] };
        return Read(connection => new Answer(connection, request, query, notes).ToPage(), damaged);
    }

    /// <summary>Empties the index; <see cref="Position"/> is null until it has been filled again.</summary>
    public void Clear()
    {
        lock (_writing)
            MakeAnew();
    }

    public void Dispose()
    {
        _readers.Dispose();
        _writer.Dispose();
        _replacing.Dispose();
    }

    private T Read<T>(Func<Connection, T> action, T ifDamaged)
    {
        if (_damaged)
            return ifDamaged;
        _replacing.EnterReadLock();
        try
        {
            return _readers.Read(action);
        }
        catch (SqliteException problem) when (IndexFile.IsDamage(problem))
        {
            _damaged = true;
            return ifDamaged;
        }
        finally
        {
            _replacing.ExitReadLock();
        }
    }

    private void Write(IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<long> removed, FeedPosition? position)
    {
        _writer.Execute("begin immediate");
        try
        {
            new IndexWriter(_writer).Write(articles, removed);
            Meta.SetPosition(_writer, position);
            _writer.Execute("commit");
        }
        catch
        {
            _writer.TryExecute("rollback");
            throw;
        }
    }

    /// <summary>Makes the index anew once no search is under way, and says so to the follower: its batch was made for what is gone.</summary>
    private void Replace(Exception? cause)
    {
        MakeAnew();
        var found = new SearchIndexDamagedException();
        throw cause is null ? found : new SearchIndexDamagedException(found.Message, cause);
    }

    private void MakeAnew()
    {
        _damaged = true;
        _replacing.EnterWriteLock();
        try
        {
            _readers.Dispose();
            _writer.Dispose();
            _writer = _file.Make();
            _damaged = false;
        }
        finally
        {
            _replacing.ExitWriteLock();
        }
    }
}
