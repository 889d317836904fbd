using System.Data.Common;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kiosk.Benchmarks;

/// <summary>
/// Puts rows into an archive by one prepared statement a table, as the model maps them: for archives so large that keeping track of each row takes longer than what is
/// measured. Triggers do their work as always; keys have to be given.
/// </summary>
internal static class BulkInsert
{
    /// <summary>Within the transaction of <paramref name="db"/>, if there is one.</summary>
    public static async Task AddAsync<T>(KioskDb db, IEnumerable<T> rows)
        where T : class
    {
        await db.Database.OpenConnectionAsync();
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no table.");
        var columns = type.GetProperties().Where(property => !property.IsShadowProperty()).ToList();
        await using var command = Command(db, type, columns);
        foreach (var row in rows)
        {
            for (var place = 0; place < columns.Count; place++)
                command.Parameters[place].Value = Stored(columns[place], columns[place].GetGetter().GetClrValue(row)) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static DbCommand Command(KioskDb db, IEntityType type, List<IProperty> columns)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction is { } current ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null;
        var names = columns.Select(column => $"\"{column.GetColumnName()}\"");
        command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select((_, place) => $"@p{place}"))})";
        for (var place = 0; place < columns.Count; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{place}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static object? Stored(IProperty column, object? value) =>
        value is null ? null : column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value is Enum number ? Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture) : value;
}
