using System.Collections.Frozen;

namespace Kiosk.Search.Analysis;

/// <summary>The words in StopWords.txt.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = WordList.Read("StopWords.txt").SelectMany(line => line).ToFrozenSet();

    /// <summary>Whether a folded word is one.</summary>
    public static bool Contains(string form) => Words.Contains(form) && !LeftOut.StopWords;
}
