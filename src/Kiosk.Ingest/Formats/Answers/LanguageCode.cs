using System.Collections.Frozen;

namespace Kiosk.Ingest.Formats.Answers;

/// <summary>Languages as repositories write them (ISO 639-2, names, locales) as BCP 47 tags.</summary>
internal static class LanguageCode
{
    private static readonly FrozenDictionary<string, string> Tags = new (string Tag, string Names)[]
    {
        ("nl", "dut nld dutch nederlands"), ("en", "eng english engels"), ("de", "ger deu german duits deutsch"), ("fr", "fre fra french frans"),
        ("es", "spa spanish spaans"), ("it", "ita italian"), ("fy", "fry frisian fries"), ("pt", "por"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Tag)))
        .ToFrozenDictionary(row => row.name, row => row.Tag, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null if the text is no language that can be told.</summary>
    public static string? Of(string? text)
    {
        if (text is null)
            return null;
        if (Tags.TryGetValue(text, out var tag))
            return tag;
        var parts = text.Split('-', '_');
        return parts[0].Length == 2 && parts.Length <= 3 && parts.All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit))
            ? string.Join('-', [parts[0].ToLowerInvariant(), .. parts.Skip(1)])
            : null;
    }
}
