using Kiosk.Search;
using Npgsql;
using NpgsqlTypes;

namespace Kiosk.Benchmarks;

/// <summary>
/// PostgreSQL's full-text search: configuration dutch, a GIN index, ts_rank, top 20 without total and snippets; in a database of its own that goes away. Filled over a
/// connection a core, since one works on one core and ours on all.
/// </summary>
internal sealed class SearchPostgres : ISearchPeer
{
    private const string Database = "kiosk_bench";

    private readonly NpgsqlConnection _server;
    private readonly NpgsqlConnection _connection;
    private readonly List<NpgsqlConnection> _writers;

    public SearchPostgres(string connectionString)
    {
        _server = Open(connectionString);
        Execute(_server, $"drop database if exists {Database}");
        Execute(_server, $"create database {Database}");
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Database = Database, Pooling = false }.ToString();
        _connection = Open(own);
        _writers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Open(own))];
        Execute(_connection, """
            create table article (id bigint primary key, title text not null, lead text not null, body text not null, words tsvector generated always as (
                setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('dutch', lead), 'B') || to_tsvector('dutch', body)) stored);
            create index on article using gin (words);
            """);
    }

    public string Name => "PostgreSQL";

    public void Add(IReadOnlyList<IndexedArticle> articles) =>
        Parallel.ForEach(articles.Chunk((articles.Count / _writers.Count) + 1).Zip(_writers), part => Copy(part.Second, part.First));

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
        _writers.ForEach(writer => writer.Dispose());
        Execute(_server, $"drop database {Database}");
        _server.Dispose();
    }

    private static void Copy(NpgsqlConnection connection, IndexedArticle[] articles)
    {
        using var import = connection.BeginBinaryImport("copy article (id, title, lead, body) from stdin (format binary)");
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
