using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiosk.Web.Pages.Redactie.Logboek;

/// <summary>A property that an act changed.</summary>
/// <param name="Name">In Dutch where there is a word for it.</param>
/// <param name="Before">As text; empty if it was not there.</param>
/// <param name="After">As text; empty if it is not there any more.</param>
public sealed record LogChange(string Name, string Before, string After)
{
    private const int LongestValue = 600;

    /// <summary>What differs between two JSON objects; whole texts are cut.</summary>
    public static IReadOnlyList<LogChange> Between(string? before, string? after)
    {
        var (old, now) = (Flat(before), Flat(after));
        return [.. old.Keys.Union(now.Keys).Select(name => new LogChange(LogWords.Name(name), old.GetValueOrDefault(name, ""), now.GetValueOrDefault(name, "")))
            .Where(change => change.Name.Length > 0 && change.Before != change.After)];
    }

    private static Dictionary<string, string> Flat(string? json)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json is not null)
            Add(values, "", JsonNode.Parse(json));
        return values;
    }

    private static void Add(Dictionary<string, string> values, string path, JsonNode? node)
    {
        if (node is JsonObject nested)
        {
            foreach (var (name, value) in nested)
                Add(values, path.Length == 0 ? name : $"{path} {name}", value);
            return;
        }

        var text = node switch
        {
            JsonArray rows when rows.FirstOrDefault() is JsonObject => string.Join("; ", rows.OfType<JsonObject>().Select(Row)),
            JsonArray array => string.Join(", ", array.Select(one => one?.ToString())),
            JsonValue value when value.GetValueKind() is JsonValueKind.True => "ja",
            JsonValue value when value.GetValueKind() is JsonValueKind.False => "nee",
            _ => Plain(node?.ToString() ?? ""),
        };
        values[path] = text.Length > LongestValue ? $"{text[..LongestValue]}…" : text;
    }

    /// <summary>What a row says in words; numbers in it are ids.</summary>
    private static string Row(JsonObject row) =>
        string.Join(" · ", row.Select(cell => cell.Value).OfType<JsonValue>().Where(cell => cell.GetValueKind() == JsonValueKind.String).Select(cell => LogWords.Value(cell.ToString())).Where(word => word.Length > 0));

    /// <summary>A body is kept with all that follows from it; its words say enough.</summary>
    private static string Plain(string value) =>
        value.StartsWith("{\"html\"", StringComparison.Ordinal) && JsonNode.Parse(value)?["text"] is { } text ? text.ToString() : LogWords.Value(value);
}
