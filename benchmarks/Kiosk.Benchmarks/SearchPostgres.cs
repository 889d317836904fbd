using Kiosk.Search;
using Npgsql;
using NpgsqlTypes;

namespace Kiosk.Benchmarks;

/// <summary>PostgreSQL's full-text search: configuration dutch, a GIN index, ts_rank, top 20 without total and snippets; in a database of its own that goes away.</summary>
internal sealed class SearchPostgres : ISearchPeer
{
    private const string Database = "kiosk_bench";

    private readonly NpgsqlConnection _server;
    private readonly NpgsqlConnection _connection;

    public SearchPostgres(string connectionString)
    {
        _server = Open(connectionString);
        Execute(_server, $"drop database if exists {Database}");
        Execute(_server, $"create database {Database}");
        _connection = Open(new NpgsqlConnectionStringBuilder(connectionString) { Database = Database, Pooling = false }.ToString());
        Execute(_connection, """
            create table article (id bigint primary key, title text not null, lead text not null, body text not null, words tsvector generated always as (
                setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('dutch', lead), 'B') || to_tsvector('dutch', body)) stored);
            create index on article using gin (words);
            """);
    }

    public string Name => "PostgreSQL";

    public void Add(IReadOnlyList<IndexedArticle> articles)
    {
        using var import = _connection.BeginBinaryImport("copy article (id, title, lead, body) from stdin (format binary)");
        foreach (var article in articles)
        {
            import.StartRow();
            import.Write(article.Id, NpgsqlDbType.Bigint);
            import.Write(article.Title, NpgsqlDbType.Text);
            import.Write(article.Lead, NpgsqlDbType.Text);
            import.Write(article.Body, NpgsqlDbType.Text);
        }
        import.Complete();
    }

    public int Search(string words)
    {
        using var command = new NpgsqlCommand(
            "select id, title from article, plainto_tsquery('dutch', $1) asked where words @@ asked order by ts_rank(words, asked) desc limit 20", _connection);
        command.Parameters.Add(new NpgsqlParameter { Value = words });
        using var reader = command.ExecuteReader();
        var count = 0;
        while (reader.Read())
            count++;
        return count;
    }

    public void Dispose()
    {
        _connection.Dispose();
        Execute(_server, $"drop database {Database}");
        _server.Dispose();
    }

    private static NpgsqlConnection Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
