using System.Globalization;
using System.Text.Json;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>Reading JSON that may be shaped otherwise than promised: what is absent or of another kind is null or empty.</summary>
internal static class JsonFields
{
    /// <summary>A value below this one, by the names on the way; undefined if there is none.</summary>
    public static JsonElement At(this JsonElement parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out parent))
                return default;
        return parent;
    }

    /// <summary>A text or number, trimmed; null if blank or something else.</summary>
    public static string? Text(this JsonElement parent, params ReadOnlySpan<string> names)
    {
        var value = parent.At(names);
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public static int? Number(this JsonElement parent, params ReadOnlySpan<string> names) =>
        int.TryParse(parent.Text(names), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The elements of an array, or the single value that stands where one was due.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement parent, params ReadOnlySpan<string> names)
    {
        var value = parent.At(names);
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Undefined or JsonValueKind.Null => [],
            _ => [value],
        };
    }
}
