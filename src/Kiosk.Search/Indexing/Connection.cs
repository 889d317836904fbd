using Kiosk.Search.Ranking;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kiosk.Search.Indexing;

/// <summary>One connection to search.db. Statements are prepared once and kept. Not for several threads at once.</summary>
internal sealed class Connection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, sqlite3_stmt> _statements = [];

    public Connection(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            _connection.Open();
            Execute("pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -16000; pragma temp_store = memory;");
            ScoreFunction.Register(Handle);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public sqlite3 Handle => _connection.Handle!;

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }

    /// <summary>Runs several statements without parameters.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(Handle, sql));

    /// <summary>The same where failure makes no difference any more.</summary>
    public void TryExecute(string sql) => _ = raw.sqlite3_exec(Handle, sql);

    /// <summary>Runs one statement and forgets what it gives.</summary>
    public void Run(string sql, params ReadOnlySpan<object?> parameters)
    {
        using var rows = Query(sql, parameters);
        while (rows.Read())
        {
        }
    }

    /// <summary>The first column of the first row; null if there is none.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> parameters)
    {
        using var rows = Query(sql, parameters);
        return rows.Read() && !rows.IsNull(0) ? rows.Number(0) : null;
    }

    public string? Text(string sql, params ReadOnlySpan<object?> parameters)
    {
        using var rows = Query(sql, parameters);
        return rows.Read() && !rows.IsNull(0) ? rows.Text(0) : null;
    }

    /// <summary>Starts a statement; disposing of the rows makes it ready for the next time.</summary>
    public Rows Query(string sql, params ReadOnlySpan<object?> parameters)
    {
        var statement = Prepared(sql);
        for (var i = 0; i < parameters.Length; i++)
            Check(Bind(statement, i + 1, parameters[i]));
        return new Rows(this, statement);
    }

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw new SqliteException(raw.sqlite3_errmsg(Handle).utf8_to_string(), code & 0xFF, code);
    }

    private sqlite3_stmt Prepared(string sql)
    {
        if (_statements.TryGetValue(sql, out var known))
            return known;
        Check(raw.sqlite3_prepare_v2(Handle, sql, out var statement));
        return _statements[sql] = statement;
    }

    private static int Bind(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        string text => raw.sqlite3_bind_text(statement, index, text),
        _ => throw new ArgumentException($"A {value.GetType()} cannot be bound.", nameof(value)),
    };
}
