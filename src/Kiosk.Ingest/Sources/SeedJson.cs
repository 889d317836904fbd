using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kiosk.Ingest.Sources;

/// <summary>The spelling of an entry in the archive: as in feeds.json, with the defaults written out.</summary>
internal static class SeedJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string? Of<T>(T? entry) where T : class => entry is null ? null : JsonSerializer.Serialize(entry, Options);

    /// <summary>
    /// The entry; null if there is none or this version cannot read it. Then nothing is known about who changed what, and the kiosk's values stay.
    /// </summary>
    public static T? Read<T>(string? json) where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<T>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
