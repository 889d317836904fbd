using System.Text.RegularExpressions;

namespace Kiosk.Web.Searching;

/// <summary>
/// A question as it may be counted: words of a language and references to a law, in lower case. Whatever may be a number of a person, an
/// address or an account is no such thing.
/// </summary>
public static partial class AskedWords
{
    private const int Longest = 80;
    private const int MostWords = 10;

    /// <summary>The same for all ways of writing a question; null if it is not to be counted.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
            return null;
        var plain = text.ToLowerInvariant().Replace('’', '\'').Trim(' ', '?', '!', '.', ',');
        var words = plain.Replace("\"", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords && words.All(word => Word().IsMatch(word)) && words.Any(IsTelling) ? string.Join(' ', words) : null;
    }

    private static bool IsTelling(string word) => word.Length >= 3 && char.IsLetter(word[0]);

    /// <summary>Letters with signs between them, or at most four figures with a letter: <c>zzp'er</c>, <c>287b</c>, <c>2026</c>.</summary>
    [GeneratedRegex(@"^(\p{L}+(['\-]\p{L}+)*\.?|[0-9]{1,4}[a-z]{0,2}),?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
