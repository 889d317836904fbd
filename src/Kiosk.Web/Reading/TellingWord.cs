using System.Text.RegularExpressions;
using Kiosk.Search.Compounds;

namespace Kiosk.Web.Reading;

/// <summary>
/// The word of a title that says most of it. Dutch writes what is particular as one long word, so length tells; words that colour others
/// (<c>maatschappelijke</c>, <c>groeiende</c>) count for less.
/// </summary>
public static partial class TellingWord
{
    private const int Shortest = 5;
    private const int Longest = 26;
    private const int Colouring = 8;

    private static readonly string[] Colours = ["lijk", "lijke", "lijks", "lijkse", "ende", "bare", "baar", "matig", "matige"];

    /// <summary>As it stands in the title, with soft hyphens where it may be broken; null if no word says enough.</summary>
    public static string? In(string title)
    {
        var words = Word().Matches(title).Select(match => match.Value).Where(word => word.Length is >= Shortest and <= Longest && !WordBreaks.IsCommon(word) && !Pointing().IsMatch(word));
        return words.MaxBy(Weight) is { } word ? Breakable(word) : null;
    }

    /// <summary>With soft hyphens, so that no line on a cover is wider than it.</summary>
    public static string Breakable(string text) => Word().Replace(text, match => WordBreaks.Soft(match.Value));

    private static int Weight(string word) => word.Length - (Array.Exists(Colours, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? Colouring : 0);

    /// <summary>Words that point at what was said: ernaast, daarmee, waarover.</summary>
    [GeneratedRegex(@"^(?:er|daar|hier|waar)(?:aan|achter|af|bij|binnen|boven|buiten|door|heen|in|langs|mee|na|naar|naast|om|omheen|onder|op|over|tegen|toe|tussen|uit|van|vandaan|voor)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"\p{L}[\p{L}-]*\p{L}", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Word();
}
