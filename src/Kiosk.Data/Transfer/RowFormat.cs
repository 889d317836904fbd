using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kiosk.Data.Transfer;

/// <summary>
/// How a row is written as a line of JSON: <c>{"table": "articles", "id": 12, "title": …}</c>. The columns are those of the model, so a new one
/// is carried without more ado. Null is left out.
/// </summary>
internal sealed class RowFormat
{
    public const string TableKey = "table";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly Type _entity;
    private readonly List<(JsonEncodedText Key, PropertyInfo Property)> _columns;
    private readonly Dictionary<string, PropertyInfo> _byKey;

    private RowFormat(IEntityType entity)
    {
        (_entity, Table) = (entity.ClrType, entity.GetTableName()!);
        var properties = entity.GetProperties()
            .Where(property => !ArchiveTables.ColumnsLeftOut.Contains($"{entity.ClrType.Name}.{property.Name}"))
            .Select(property => property.PropertyInfo ?? throw new InvalidOperationException($"{entity.Name}.{property.Name} has no property in code, so an export would lose it."))
            .ToList();
        _columns = properties.ConvertAll(property => (JsonEncodedText.Encode(Key(property.Name)), property));
        _byKey = properties.ToDictionary(property => Key(property.Name), StringComparer.Ordinal);
    }

    public string Table { get; }

    public static RowFormat Of(KioskDb db, ArchiveTable table) => new(db.Model.FindEntityType(table.Entity)!);

    public void Write(Utf8JsonWriter writer, object row)
    {
        writer.WriteStartObject();
        writer.WriteString(TableKey, Table);
        foreach (var (key, property) in _columns)
        {
            if (property.GetValue(row) is not { } value)
                continue;
            writer.WritePropertyName(key);
            JsonSerializer.Serialize(writer, value, property.PropertyType, Options);
        }

        writer.WriteEndObject();
    }

    /// <exception cref="TransferException">The line holds a column that this version has no place for.</exception>
    /// <exception cref="JsonException">A value is not of the column's type.</exception>
    public object Read(JsonElement line)
    {
        var row = Activator.CreateInstance(_entity)!;
        foreach (var field in line.EnumerateObject().Where(field => !field.NameEquals(TableKey)))
        {
            if (!_byKey.TryGetValue(field.Name, out var property))
                throw new TransferException($"de kolom ‘{field.Name}’ van {Table} kent deze versie van de Kiosk niet. Gebruik de versie die het bestand maakte, of een nieuwere");
            property.SetValue(row, field.Value.Deserialize(property.PropertyType, Options));
        }

        return row;
    }

    private static string Key(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);
}
