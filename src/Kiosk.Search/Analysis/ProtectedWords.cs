using System.Collections.Frozen;

namespace Kiosk.Search.Analysis;

/// <summary>The stems in ProtectedWords.txt, which come before the stemmer.</summary>
internal static class ProtectedWords
{
    private static readonly FrozenDictionary<string, string> Stems = WordList.Read("ProtectedWords.txt")
        .SelectMany(line => line.Skip(1).Select(word => KeyValuePair.Create(word, line[0])))
        .ToFrozenDictionary();

    /// <summary>The stem of a folded word; null if it is left to the stemmer.</summary>
    public static string? StemOf(string form) => Stems.GetValueOrDefault(form);
}
