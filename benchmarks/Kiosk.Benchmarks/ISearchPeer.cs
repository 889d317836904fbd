using Kiosk.Search;

namespace Kiosk.Benchmarks;

/// <summary>Another search engine, to measure on the same articles in the same run.</summary>
internal interface ISearchPeer : IDisposable
{
    string Name { get; }

    void Add(IReadOnlyList<IndexedArticle> articles);

    /// <summary>The best 20 articles that hold all the words.</summary>
    int Search(string words);
}
