using System.Data.Common;
using System.Globalization;
using Kiosk.Data.Storage;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kiosk.Data.Tests.Upgrading;

/// <summary>An archive as an earlier version left it: with the first steps of the schema only, and rows in every table. The columns are those that the database itself names.</summary>
internal sealed class OldArchive(TestArchive archive, StorageKind kind) : IAsyncDisposable
{
    public const int RowsPerTable = 2;

    private readonly KioskDb _db = archive.Open();

    /// <summary>Applies the steps up to and including a version.</summary>
    public async Task BuildAsync(int version)
    {
        await ExecuteAsync("CREATE TABLE schema_versions (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)");
        foreach (var step in Migration.For(kind == StorageKind.Sqlite ? "sqlite" : "postgresql").Where(step => step.Version <= version))
        {
            await ExecuteAsync(step.Sql);
            await ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_versions VALUES ({step.Version}, '{step.Name}', '2026-11-20 08:00:00Z')"));
        }
    }

    /// <summary>The columns of each table, as the database has them now.</summary>
    public async Task<IReadOnlyDictionary<string, List<string>>> ColumnsAsync()
    {
        var columns = await ReadAsync(kind == StorageKind.Sqlite
            ? "SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'schema_versions' ORDER BY 1, c.cid"
            : "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_versions' ORDER BY 1, ordinal_position");
        return columns.GroupBy(row => (string)row[0]!).ToDictionary(table => table.Key, table => table.Select(row => (string)row[1]!).ToList());
    }

    /// <summary>Puts rows in every table, with the columns that are named and no others. What refers to a row that is not there yet waits for it.</summary>
    public async Task FillAsync(IReadOnlyDictionary<string, List<string>> columns)
    {
        var waiting = columns.Keys.SelectMany(table => Enumerable.Range(1, RowsPerTable).Select(row => (Table: table, Row: row))).ToList();
        while (waiting.Count > 0)
        {
            var (left, problem) = (new List<(string Table, int Row)>(), "");
            foreach (var (table, row) in waiting)
            {
                try
                {
                    await InsertAsync(table, columns[table], row);
                }
                catch (DbException refused)
                {
                    left.Add((table, row));
                    problem = $"{table}: {refused.Message}";
                }
            }

            Assert.True(left.Count < waiting.Count, problem);
            waiting = left;
        }

        if (kind == StorageKind.Postgres)
            await CountOnAsync(columns.Keys);
    }

    /// <summary>All rows, each column as text, so that they can be compared.</summary>
    public async Task<IReadOnlyDictionary<string, List<string>>> RowsAsync(IReadOnlyDictionary<string, List<string>> columns)
    {
        var rows = new Dictionary<string, List<string>>();
        foreach (var (table, names) in columns)
            rows[table] = [.. (await ReadAsync($"SELECT {string.Join(", ", names.Select(Quoted))} FROM {table}")).Select(row => string.Join(" | ", row.Select(AsText))).Order(StringComparer.Ordinal)];
        return rows;
    }

    private static string Quoted(string name) => $"\"{name}\"";

    private static string AsText(object? value) => value switch
    {
        null or DBNull => "∅",
        byte[] bytes => Convert.ToHexString(bytes),
        Array array => string.Join(';', array.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private async Task InsertAsync(string table, List<string> columns, int row)
    {
        await using var command = await CommandAsync();
        var names = new List<string>();
        foreach (var property in _db.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table).GetProperties())
        {
            if (!columns.Contains(property.GetColumnName()) || IsCounted(property))
                continue;
            names.Add(property.GetColumnName());
            command.Parameters.Add(((RelationalTypeMapping)property.GetTypeMapping()).CreateParameter(command, $"@{property.GetColumnName()}", Value(property, row), property.IsNullable));
        }

        // A trigger may have made the row already.
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", names.Select(Quoted))}) VALUES ({string.Join(", ", names.Select(name => $"@{name}"))}) ON CONFLICT DO NOTHING";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Triggers write to these tables too, so the database numbers their rows.</summary>
    private static bool IsCounted(IProperty property) => IsNumbered(property) && property.DeclaringType.GetTableName() is "article_changes" or "article_publications" && property.IsPrimaryKey();

    private static bool IsNumbered(IProperty property) =>
        property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey() && (property.ClrType == typeof(int) || property.ClrType == typeof(long)) && !property.IsForeignKey();

    /// <summary>PostgreSQL counts on from what it numbered itself; SQLite from the highest number.</summary>
    private async Task CountOnAsync(IEnumerable<string> tables)
    {
        foreach (var property in _db.Model.GetEntityTypes().Where(entity => tables.Contains(entity.GetTableName())).SelectMany(entity => entity.GetProperties()).Where(property => IsNumbered(property) && !IsCounted(property)))
            await ExecuteAsync($"SELECT setval(pg_get_serial_sequence('{property.DeclaringType.GetTableName()}', '{property.GetColumnName()}'), 100)");
    }

    private static object? Value(IProperty property, int row)
    {
        var root = property;
        while (root.GetContainingForeignKeys().FirstOrDefault(key => key.Properties.Count == 1) is { } key && key.PrincipalKey.Properties[0] != root)
            root = key.PrincipalKey.Properties[0];
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (root.IsKey() || property.GetContainingIndexes().Any(index => index.IsUnique))
        {
            if (type == typeof(string))
                return $"{root.Name}-{row}";
            if (type == typeof(int) || type == typeof(long))
                return Convert.ChangeType(row, type, CultureInfo.InvariantCulture);
        }

        // References that the model does not follow. What undoes an act, or was invited by somebody, need not be there.
        if (property.Name is "Undoes" or "InvitedBy")
            return null;
        if (property.Name.EndsWith("Id", StringComparison.Ordinal) && (type == typeof(int) || type == typeof(long)))
            return Convert.ChangeType(row, type, CultureInfo.InvariantCulture);

        // The first row has the first of several names, so that it is seen where only what is visible is.
        return type.IsEnum && row == 1 ? Enum.GetValues(type).GetValue(0)! : AnyValue.Of(property, row);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    /// <summary>On one connection that waits for no disk: what is tried here is no power cut.</summary>
    private async Task<DbCommand> CommandAsync()
    {
        var connection = _db.Database.GetDbConnection();
        var isNew = connection.State != System.Data.ConnectionState.Open;
        await _db.Database.OpenConnectionAsync();
        if (isNew)
            await _db.Database.ExecuteSqlRawAsync(kind == StorageKind.Sqlite ? "PRAGMA synchronous = OFF" : "SET synchronous_commit = off");
        return connection.CreateCommand();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = await CommandAsync();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<object?[]>> ReadAsync(string sql)
    {
        await using var command = await CommandAsync();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }

        return rows;
    }
}
