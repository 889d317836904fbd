using System.Collections.Frozen;

namespace Kiosk.Search.References;

/// <summary>The laws in Laws.txt by every name they go by.</summary>
internal static class Laws
{
    private const int LongestName = 120;

    private static readonly (FrozenDictionary<string, string> Keys, FrozenDictionary<string, string> Abbreviations) Lists = Read();
    private static FrozenDictionary<string, string> Keys => Lists.Keys;
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByName = Keys.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int MostWords = Keys.Keys.Max(name => name.Count(' ') + 1);

    /// <summary>The law whose name starts here, by the longest name that fits, and how long it is written; null if there is none.</summary>
    public static (string Key, int Length)? At(string text, int start)
    {
        (string, int)? found = null;
        var rest = text.AsSpan(start, Math.Min(LongestName, text.Length - start));
        var end = 0;
        for (var words = 0; words < MostWords && end < rest.Length; words++)
        {
            end += words > 0 ? 1 : 0;
            while (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || rest[end] == '-'))
                end++;
            if (ByName.TryGetValue(rest[..end], out var key))
                found = (key, end);
            if (end == rest.Length || rest[end] != ' ')
                break;
        }
        return found;
    }

    /// <summary>The abbreviation that is kept, for a key; null for a key of no law.</summary>
    public static string? Name(string key) => Lists.Abbreviations.GetValueOrDefault(key);

    /// <summary>All laws, by key and abbreviation.</summary>
    public static IReadOnlyDictionary<string, string> All => Lists.Abbreviations;

    private static (FrozenDictionary<string, string> Keys, FrozenDictionary<string, string> Abbreviations) Read()
    {
        using var stream = typeof(Laws).Assembly.GetManifestResourceStream(typeof(Laws), "Laws.txt")
            ?? throw new InvalidOperationException("Laws.txt is not embedded in the program.");
        using var reader = new StreamReader(stream);
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var written = line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (written.Length == 0 || written[0][0] == '#')
                continue;
            var key = written[0].ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
            first[key] = written[0];
            foreach (var name in written)
                keys[name] = key;
        }
        return (keys.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), first.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
