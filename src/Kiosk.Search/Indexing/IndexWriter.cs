using Kiosk.Search.Queries;

namespace Kiosk.Search.Indexing;

/// <summary>Writes one batch of changes; the caller holds the transaction.</summary>
internal sealed class IndexWriter(Connection connection)
{
    private readonly Dictionary<string, int> _termChanges = [];
    private int _count;

    public void Write(IReadOnlyCollection<IndexedArticle> articles, IReadOnlyCollection<long> removed)
    {
        var gone = removed.ToHashSet();
        var current = articles.Where(article => !gone.Contains(article.Id)).GroupBy(article => article.Id).Select(same => same.Last()).ToList();
        _count = Meta.Count(connection);
        foreach (var id in gone.Concat(current.Select(article => article.Id)))
            TakeOut(id);
        // FTS5 writes a segment to disk whenever a rowid is not above the one before.
        foreach (var (article, terms) in current.OrderBy(TimeOrder.RowidOf).Select(article => (article, ArticleTerms.Of(article))))
            PutIn(article, terms);
        WriteTermChanges();
        Meta.SetCount(connection, _count);
    }

    private void TakeOut(long id)
    {
        if (Stored.ById(connection, id) is not { } stored)
            return;
        foreach (var term in ArticleTerms.Of(stored.ToArticle()).Terms)
            Change(term, -1);
        connection.Run("delete from posting where rowid = ?1", stored.Rowid);
        connection.Run("delete from article where rowid = ?1", stored.Rowid);
        _count--;
    }

    private void PutIn(IndexedArticle article, ArticleTerms terms)
    {
        var rowid = FreeRowid(article);
        connection.Run("insert into article(rowid, id, title, lead, body, url) values (?1, ?2, ?3, ?4, ?5, ?6)",
            rowid, article.Id, article.Title, article.Lead, article.Body, article.Url);
        var extra = terms.Wholes.Concat(terms.Forms.Select(Marks.Form)).Concat(Marks.Of(article));
        connection.Run("insert into posting(rowid, title, lead, body, extra) values (?1, ?2, ?3, ?4, ?5)",
            rowid, Joined(terms.Title), Joined(terms.Lead), Joined(terms.Body), Joined(extra));
        foreach (var term in terms.Terms)
            Change(term, +1);
        _count++;
    }

    private long FreeRowid(IndexedArticle article)
    {
        var rowid = TimeOrder.RowidOf(article);
        while (connection.Number("select 1 from article where rowid = ?1", rowid) is not null)
            rowid = TimeOrder.NextSlot(rowid);
        return rowid;
    }

    private void Change(string term, int by) => _termChanges[term] = _termChanges.GetValueOrDefault(term) + by;

    private void WriteTermChanges()
    {
        foreach (var (term, by) in _termChanges.Where(change => change.Value != 0).OrderBy(change => change.Key, StringComparer.Ordinal))
        {
            connection.Run("insert into term(text, articles) values (?1, ?2) on conflict(text) do update set articles = articles + excluded.articles", term, by);
            if (by < 0)
                connection.Run("delete from term where text = ?1 and articles <= 0", term);
        }
    }

    private static string Joined(IEnumerable<string> terms) => string.Join(' ', terms);
}
