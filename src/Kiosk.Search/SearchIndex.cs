namespace Kiosk.Search;

/// <summary>
/// The full-text index: a file of its own beside each node, derived from the archive. Delete it, and it comes back.
/// Safe for many threads: any number may search while one applies changes.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private SearchIndex()
    {
    }

    /// <summary>How far it follows the change feed; null if it is empty and must be filled from the archive.</summary>
    public FeedPosition? Position => throw new NotSupportedException();

    /// <summary>Articles in it.</summary>
    public int Count => throw new NotSupportedException();

    /// <summary>
    /// Opens the index at <paramref name="path"/>. If it is missing, damaged, made from another archive or by another version of the analysis,
    /// it is made anew and <see cref="Position"/> is null.
    /// </summary>
    public static SearchIndex Open(string path, string archiveId) => throw new NotSupportedException();

    /// <summary>Puts articles in (replacing what stood there under their ids), takes articles out, and moves the position, all in one transaction.</summary>
    public void Apply(IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<long> removed, FeedPosition position) => throw new NotSupportedException();

    /// <summary>Answers a question. Whatever a person types is no error.</summary>
    public SearchPage Search(SearchRequest request) => throw new NotSupportedException();

    public void Dispose() => throw new NotSupportedException();
}
