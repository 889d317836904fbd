using System.Text.Json;

namespace Kiosk.Data;

/// <summary>The one spelling of enumeration values outside C#: kebab case, as in feeds.json, the database and URLs.</summary>
public static class Names
{
    /// <summary><c>SourceFormat.OaiPmh</c> gives <c>oai-pmh</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Spelling<T>.Names[value];

    /// <summary>The value with this name, in any letter case; false if there is none.</summary>
    public static bool TryParse<T>(string? name, out T value) where T : struct, Enum =>
        Spelling<T>.Values.TryGetValue(name ?? "", out value);

    /// <summary>All names, in the order of declaration.</summary>
    public static IReadOnlyCollection<string> All<T>() where T : struct, Enum => Spelling<T>.Names.Values;

    private static class Spelling<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> Values =
            Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
    }
}
