using System.Globalization;
using System.Text.Json;

namespace Kiosk.Web.Tests.Desk;

/// <summary>Holds an answer to its schema in an OpenAPI 3.1 document, as far as ours uses JSON Schema.</summary>
internal static class DescribedAs
{
    private static readonly string[] Known = ["$ref", "type", "properties", "required", "items", "oneOf", "enum", "format", "pattern", "description", "additionalProperties", "default"];

    /// <summary>Null if it fits; else where it does not, and why.</summary>
    /// <param name="document">The whole of it, for references.</param>
    /// <param name="at">Where in the answer this value stands.</param>
    public static string? Misfit(JsonElement document, JsonElement schema, JsonElement value, string at = "$")
    {
        if (schema.EnumerateObject().Select(keyword => keyword.Name).FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
            return $"{at}: the description says ‘{unknown}’, which this test does not know";
        if (schema.TryGetProperty("$ref", out var reference))
            return Misfit(document, Follow(document, reference.GetString()!), value, at);
        if (schema.TryGetProperty("oneOf", out var choices))
            return choices.EnumerateArray().Count(choice => Misfit(document, choice, value, at) is null) == 1 ? null : $"{at}: {value.GetRawText()} is none of what it may be";
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Is(name, value)))
            return $"{at}: {value.GetRawText()} is no {type.GetRawText()}";
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            return $"{at}: {value.GetRawText()} is none of {values.GetRawText()}";
        return value.ValueKind switch
        {
            JsonValueKind.String when schema.TryGetProperty("format", out var format) => IsOf(format.GetString()!, value.GetString()!) ? null : $"{at}: {value.GetRawText()} is no {format}",
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().Select((item, place) => Misfit(document, items, item, $"{at}[{place}]")).FirstOrDefault(misfit => misfit is not null),
            JsonValueKind.Object => OfObject(document, schema, value, at),
            _ => null,
        };
    }

    /// <summary>What a reference names; it fails if there is no such thing.</summary>
    public static JsonElement Follow(JsonElement document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (place, name) => place.GetProperty(name));

    private static string? OfObject(JsonElement document, JsonElement schema, JsonElement value, string at)
    {
        var properties = schema.TryGetProperty("properties", out var described) ? described : default;
        if (schema.TryGetProperty("required", out var required) && required.EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing)
            return $"{at}: {missing} is missing";
        foreach (var member in value.EnumerateObject())
        {
            if (!(properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(member.Name, out var said)) && !schema.TryGetProperty("additionalProperties", out said))
                return $"{at}: nothing is said of {member.Name}";
            if (said.ValueKind == JsonValueKind.Object && Misfit(document, said, member.Value, $"{at}.{member.Name}") is { } misfit)
                return misfit;
        }

        return null;
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static bool IsOf(string format, string text) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) && text.Contains('T', StringComparison.Ordinal),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };
}
