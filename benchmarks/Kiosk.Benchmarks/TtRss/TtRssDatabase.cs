using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Kiosk.Benchmarks.TtRss;

/// <summary>The database of Tiny Tiny RSS with the articles of a <see cref="SearchCorpus"/> in forty feeds, all unread; it goes away with its server.</summary>
internal sealed class TtRssDatabase : IAsyncDisposable
{
    private const string Schema = "/usr/share/tt-rss/schema/ttrss_schema_pgsql.sql";
    private const string Name = "kiosk_bench_ttrss";

    private readonly string _server;
    private readonly NpgsqlConnectionStringBuilder _own;

    private TtRssDatabase(string server) => (_server, _own) = (server, new NpgsqlConnectionStringBuilder(server) { Database = Name, Pooling = false });

    /// <summary>For its config.php, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["host"] = _own.Host!,
        ["port"] = _own.Port.ToString(CultureInfo.InvariantCulture),
        ["user"] = _own.Username!,
        ["password"] = _own.Password ?? "",
        ["database"] = Name,
    };

    public static async Task<TtRssDatabase> CreateAsync(string server, int articles)
    {
        var database = new TtRssDatabase(server);
        await ExecuteAsync(server, $"drop database if exists {Name}");
        await ExecuteAsync(server, $"create database {Name}");
        await ExecuteAsync(database._own.ConnectionString, await File.ReadAllTextAsync(Schema));
        await ExecuteAsync(database._own.ConnectionString, """
            update ttrss_prefs set def_value = 'true' where pref_name = 'ENABLE_API_ACCESS';
            insert into ttrss_user_prefs (owner_uid, pref_name, value) select 1, pref_name, def_value from ttrss_prefs;
            delete from ttrss_feeds;
            insert into ttrss_feeds (id, owner_uid, title, feed_url) select 1000 + number, 1, 'Bron ' || number, 'http://127.0.0.1/' || number from generate_series(0, 39) number;
            """);
        await database.FillAsync(articles);
        await ExecuteAsync(database._own.ConnectionString, """
            insert into ttrss_user_entries (ref_id, uuid, feed_id, owner_uid, tag_cache, label_cache, unread) select id, '', 1000 + id % 40, 1, '', '', true from ttrss_entries;
            analyze;
            """);
        return database;
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync(_server, $"drop database if exists {Name} with (force)");

    private async Task FillAsync(int articles)
    {
        await using var connection = new NpgsqlConnection(_own.ConnectionString);
        await connection.OpenAsync();
        await using var import = await connection.BeginBinaryImportAsync("copy ttrss_entries (id, title, guid, link, updated, content, content_hash, date_entered, date_updated) from stdin (format binary)");
        foreach (var article in SearchCorpus.Articles(articles))
        {
            var at = article.Published.UtcDateTime;
            await import.StartRowAsync();
            await import.WriteAsync((int)article.Id, NpgsqlDbType.Integer);
            await import.WriteAsync(article.Title, NpgsqlDbType.Text);
            await import.WriteAsync(article.Url, NpgsqlDbType.Text);
            await import.WriteAsync(article.Url, NpgsqlDbType.Text);
            await import.WriteAsync(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp);
            await import.WriteAsync(article.Body, NpgsqlDbType.Text);
            await import.WriteAsync(article.Id.ToString(CultureInfo.InvariantCulture), NpgsqlDbType.Text);
            await import.WriteAsync(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp);
            await import.WriteAsync(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp);
        }

        await import.CompleteAsync();
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
