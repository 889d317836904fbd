using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kiosk.Data.Storage;

/// <summary>
/// Puts rows into the archive as the model maps them, without keeping track of them: for so many that tracking takes longer than writing. Triggers do their
/// work as always.
/// </summary>
public static class NewRows
{
    /// <summary>Within the transaction of <paramref name="db"/>, if there is one. A key that the archive gives out is filled in, unless the rows have theirs.</summary>
    /// <param name="db">Whose model maps the rows.</param>
    /// <param name="rows">What hangs on them is not stored along.</param>
    /// <param name="cancellation">Stops it; rows that were put in stay, unless the transaction is dropped.</param>
    /// <exception cref="DbException">The archive refuses a row.</exception>
    public static async Task AddAsync<T>(KioskDb db, IReadOnlyCollection<T> rows, CancellationToken cancellation = default)
        where T : class
    {
        if (rows.Count == 0)
            return;
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var connection = db.Database.GetDbConnection();
            var insert = new Insert(db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no table."), rows.First());
            await using var command = connection.CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await (connection.CanCreateBatch ? AtOnceAsync(insert, command, rows, cancellation) : OneByOneAsync(insert, command, rows, cancellation));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A prepared statement: for an archive in this process.</summary>
    private static async Task OneByOneAsync<T>(Insert insert, DbCommand command, IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class
    {
        command.CommandText = insert.Sql;
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            command.Parameters.AddRange(insert.Parameters(command, row));
            if (insert.Key is { } key)
                key.Fill(row, await command.ExecuteScalarAsync(cancellation));
            else
                await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>In one message: for an archive behind a network.</summary>
    private static async Task AtOnceAsync<T>(Insert insert, DbCommand maker, IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class
    {
        await using var batch = maker.Connection!.CreateBatch();
        batch.Transaction = maker.Transaction;
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = insert.Sql;
            command.Parameters.AddRange(insert.Parameters(maker, row));
            batch.BatchCommands.Add(command);
        }

        if (insert.Key is not { } key)
        {
            await batch.ExecuteNonQueryAsync(cancellation);
            return;
        }

        await using var keys = await batch.ExecuteReaderAsync(cancellation);
        foreach (var row in rows)
        {
            await keys.ReadAsync(cancellation);
            key.Fill(row, keys.GetValue(0));
            await keys.NextResultAsync(cancellation);
        }
    }

    /// <summary>The statement for one row of a table.</summary>
    private sealed class Insert
    {
        private readonly List<Column> _columns;

        /// <param name="type">The table.</param>
        /// <param name="example">Tells whether rows come with their keys.</param>
        public Insert(IEntityType type, object example)
        {
            var written = type.GetProperties().Where(property => !property.IsShadowProperty() && property.GetBeforeSaveBehavior() == PropertySaveBehavior.Save);
            if (written.FirstOrDefault(property => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd) is { } key && Equals(key.GetGetter().GetClrValue(example), key.Sentinel))
                Key = new GivenKey(key);
            _columns = [.. written.Where(property => property != Key?.Column).Select((property, place) => new Column(property, property.GetRelationalTypeMapping(), string.Create(CultureInfo.InvariantCulture, $"@p{place}")))];
            Sql = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", _columns.Select(column => Name(column.Property)))}) VALUES ({string.Join(", ", _columns.Select(column => column.Parameter))})"
                + (Key is null ? "" : $" RETURNING {Name(Key.Column)}");
        }

        public string Sql { get; }

        /// <summary>Null if no key is given out.</summary>
        public GivenKey? Key { get; }

        /// <param name="command">Makes the parameters, and does not get them.</param>
        /// <param name="row">Whose values they have.</param>
        public DbParameter[] Parameters(DbCommand command, object row) =>
            [.. _columns.Select(column => column.Mapping.CreateParameter(command, column.Parameter, column.Property.GetGetter().GetClrValue(row), column.Property.IsNullable))];

        private static string Name(IProperty property) => $"\"{property.GetColumnName()}\"";
    }

    /// <summary>What is the same of a column for every row.</summary>
    private sealed record Column(IProperty Property, RelationalTypeMapping Mapping, string Parameter);

    /// <summary>The key that the archive gives to a row.</summary>
    private sealed record GivenKey(IProperty Column)
    {
        public void Fill(object row, object? key) => Column.PropertyInfo!.SetValue(row, Convert.ChangeType(key, Column.ClrType, CultureInfo.InvariantCulture));
    }
}
