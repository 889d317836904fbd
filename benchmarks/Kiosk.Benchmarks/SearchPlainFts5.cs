using Kiosk.Search;
using Microsoft.Data.Sqlite;

namespace Kiosk.Benchmarks;

/// <summary>FTS5 as it comes: unicode61, its own content, bm25, all words wanted, top 20, no total and no snippets.</summary>
internal sealed class SearchPlainFts5 : ISearchPeer
{
    private readonly SqliteConnection _connection;

    public string Name => "FTS5";

    public SearchPlainFts5(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Execute("pragma journal_mode = wal; pragma synchronous = normal; create virtual table article using fts5(title, lead, body)");
    }

    public void Add(IReadOnlyList<IndexedArticle> articles)
    {
        using var transaction = _connection.BeginTransaction();
        using var command = _connection.CreateCommand();
        command.CommandText = "insert into article(rowid, title, lead, body) values ($id, $title, $lead, $body)";
        foreach (var article in articles)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$id", article.Id);
            command.Parameters.AddWithValue("$title", article.Title);
            command.Parameters.AddWithValue("$lead", article.Lead);
            command.Parameters.AddWithValue("$body", article.Body);
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public int Search(string words)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "select rowid, title from article where article match $words order by bm25(article, 5, 1.5, 1) limit 20";
        command.Parameters.AddWithValue("$words", words);
        using var reader = command.ExecuteReader();
        var count = 0;
        while (reader.Read())
            count++;
        return count;
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
