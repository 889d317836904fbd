namespace Kiosk.Ingest.Extraction.Body;

/// <summary>Compares a heading with the title.</summary>
internal static class Titles
{
    private const int Longest = 1_000;

    // Shorter titles ("Schulden") stand in many headings that are not theirs.
    private const int ShortestPart = 12;

    /// <summary>Whether they are the same but for punctuation, or one holds the other and little more.</summary>
    public static bool AreAlike(string heading, string title)
    {
        if (heading.Length > Longest)
            return false;
        var (a, b) = (Letters(heading), Letters(title));
        if (a.Length == 0 || a == b)
            return a.Length > 0;
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return shorter.Length >= ShortestPart && shorter.Length >= 0.6 * longer.Length && longer.Contains(shorter, StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
