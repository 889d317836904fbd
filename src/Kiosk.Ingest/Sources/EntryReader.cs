using System.Text.Json;
using Kiosk.Data;

namespace Kiosk.Ingest.Sources;

/// <summary>
/// Reads the keys of one JSON object and writes down everything that is wrong with them. A key that is absent, null or blank counts as not given.
/// </summary>
internal sealed class EntryReader
{
    private readonly Dictionary<string, JsonElement> _values = [];
    private readonly string _where;
    private readonly ProblemList _problems;

    /// <param name="entry">A JSON object.</param>
    /// <param name="where">How people call this entry, for instance <c>bron "nos-economie"</c>.</param>
    /// <param name="known">All keys that it may have.</param>
    /// <param name="problems">Where the findings go.</param>
    public EntryReader(JsonElement entry, string where, string[] known, ProblemList problems)
    {
        _where = where;
        _problems = problems;
        foreach (var property in entry.EnumerateObject())
        {
            if (!known.Contains(property.Name))
                Wrong(property.Name, Unknown(property.Name, known));
            else if (!_values.TryAdd(property.Name, property.Value))
                Wrong(property.Name, "staat er twee keer. Haal er een weg.");
        }
    }

    public void Wrong(string key, string text) => _problems.Add($"{_where}, sleutel \"{Quoted.Short(key)}\"", text);

    public bool Has(string key) => Given(key, out _);

    /// <summary>The text of a key, without white space around it; null if not given or wrong.</summary>
    public string? Text(string key, int longest)
    {
        if (!Given(key, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.String)
        {
            Wrong(key, $"moet een tekst tussen dubbele aanhalingstekens zijn, maar is {Described(value)}.");
            return null;
        }
        var text = value.GetString()!.Trim();
        if (text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal))
            return text.Length == 0 ? null : text;
        Wrong(key, text.Length > longest ? $"is {text.Length} tekens lang; meer dan {longest} mag niet. Maak de tekst korter." : "bevat een onleesbaar teken. Typ de tekst opnieuw.");
        return null;
    }

    /// <summary>As <see cref="Text"/>, for a key that must be there.</summary>
    public string? Required(string key, int longest, string example)
    {
        if (!Given(key, out var value) || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString())))
        {
            Wrong(key, $"ontbreekt of is leeg. Vul hem in, bijvoorbeeld: {example}.");
            return null;
        }
        return Text(key, longest);
    }

    public bool? Flag(string key)
    {
        if (!Given(key, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Wrong(key, $"moet true (aan) of false (uit) zijn, zonder aanhalingstekens, maar is {Described(value)}.");
        return null;
    }

    /// <summary>One of the names of an enumeration; null if not given or wrong.</summary>
    public T? Choice<T>(string key) where T : struct, Enum
    {
        if (Text(key, 100) is not { } name)
            return null;
        if (Names.All<T>().Contains(name) && Names.TryParse<T>(name, out var value))
            return value;
        var nearest = Spelling.Nearest(name, Names.All<T>());
        Wrong(key, $"\"{Quoted.Short(name)}\" bestaat niet. {Meant(nearest)}Kies uit: {string.Join(", ", Names.All<T>())}.");
        return null;
    }

    /// <summary>The texts of a list; empty if not given.</summary>
    public IReadOnlyList<string> Texts(string key, int most, int longest)
    {
        var texts = new List<string>();
        foreach (var value in List(key, most))
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text && text.Length <= longest)
                texts.Add(text);
            else
                Wrong(key, $"mag alleen teksten van 1 tot {longest} tekens bevatten, maar er staat {Described(value)} in.");
        }
        return texts;
    }

    /// <summary>The elements of a list; empty if not given or wrong.</summary>
    public IReadOnlyList<JsonElement> List(string key, int most)
    {
        if (!Given(key, out var value))
            return [];
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= most)
            return [.. value.EnumerateArray()];
        Wrong(key, value.ValueKind == JsonValueKind.Array
            ? $"bevat {value.GetArrayLength()} onderdelen; meer dan {most} mag niet."
            : $"moet een lijst tussen [ en ] zijn, maar is {Described(value)}.");
        return [];
    }

    /// <summary>A reader for an object within this one; null if not given or wrong.</summary>
    public EntryReader? Inner(string key, string[] known)
    {
        if (!Given(key, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new EntryReader(value, $"{_where}, {key}", known, _problems);
        Wrong(key, $"moet een object tussen {{ en }} zijn, maar is {Described(value)}.");
        return null;
    }

    public static string Described(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"de tekst \"{Quoted.Short(value.GetString()!)}\"",
        JsonValueKind.Number => $"het getal {Quoted.Short(value.GetRawText())}",
        JsonValueKind.True or JsonValueKind.False => $"het woord {value.GetRawText()}",
        JsonValueKind.Array => "een lijst",
        JsonValueKind.Object => "een object",
        _ => "leeg (null)",
    };

    private bool Given(string key, out JsonElement value) =>
        _values.TryGetValue(key, out value) && value.ValueKind != JsonValueKind.Null;

    private static string Unknown(string key, string[] known) =>
        $"bestaat niet. {Meant(Spelling.Nearest(key, known))}Dit kan wel: {string.Join(", ", known)}.";

    private static string Meant(string? nearest) => nearest is null ? "" : $"Bedoel je \"{nearest}\"? ";
}
