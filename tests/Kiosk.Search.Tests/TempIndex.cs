namespace Kiosk.Search.Tests;

/// <summary>A search index in a directory of its own that goes away with the test.</summary>
public sealed class TempIndex : IDisposable
{
    public const string Archive = "archive-1";

    private readonly string _directory = Directory.CreateTempSubdirectory("kiosk-search-").FullName;
    private long _sequence;

    public TempIndex(params IndexedArticle[] articles)
    {
        Index = SearchIndex.Open(Path, Archive);
        if (articles.Length > 0)
            Put(articles);
    }

    public string Path => System.IO.Path.Combine(_directory, "search.db");

    public SearchIndex Index { get; private set; }

    public void Put(params IndexedArticle[] articles) => Index.Apply(articles, [], new FeedPosition(0, ++_sequence));

    public void Remove(params long[] ids) => Index.Apply([], ids, new FeedPosition(0, ++_sequence));

    public SearchPage Search(string text) => Index.Search(new SearchRequest { Text = text });

    public long[] Ids(string text) => [.. Search(text).Hits.Select(hit => hit.ArticleId)];

    public void Close() => Index.Dispose();

    public SearchIndex Reopen(string archive = Archive) => Index = SearchIndex.Open(Path, archive);

    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(_directory, true);
    }
}
