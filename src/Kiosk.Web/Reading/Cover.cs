using System.Globalization;
using Kiosk.Data;

namespace Kiosk.Web.Reading;

/// <summary>The cover of a piece: made of words, so that every piece has one.</summary>
/// <param name="Kind">Decides the pattern.</param>
/// <param name="Hue">The colour of the source, 1 to 12.</param>
/// <param name="Source">The name on top, with soft hyphens where it may be broken.</param>
/// <param name="Mark">The strong word.</param>
/// <param name="Note">A line under the mark; empty if the mark says it all.</param>
/// <param name="Foot">The line at the bottom.</param>
public sealed record Cover(ArticleKind Kind, int Hue, string Source, string Mark, string Note, string Foot)
{
    /// <summary>Letters that stand on one line under the mark; beneath the largest marks there is no room for more.</summary>
    private const int ShortNote = 20;

    public const int Hues = 12;

    private const int LongestSource = 42;

    /// <summary>
    /// How large the mark is set: the largest of <c>xl l m</c> in which it fits on one line, <c>s</c> on a few lines, <c>xs</c> for what is longer. Widths are those of a wide bold serif, in
    /// ems, so that it fits in every font of the stylesheet.
    /// </summary>
    public string Size => Mark.Sum(Width) switch { <= 1.4 when Note.Length <= ShortNote => "xl", <= 2.45 => "l", <= 3.6 => "m", <= 8.5 => "s", _ => "xs" };

    /// <summary>In the order of their numbers.</summary>
    public static readonly IReadOnlyList<string> HueNames =
        ["groen", "nachtblauw", "wijnrood", "oker", "zalm", "lichtblauw", "paars", "petrol", "mint", "zand", "baksteen", "antraciet"];

    public static Cover For(ArticleCard card) => For(card, card.ChosenCover);

    /// <param name="card">Whose cover it is.</param>
    /// <param name="chosen">What editors chose; null: as it is found.</param>
    public static Cover For(ArticleCard card, ArticleCover? chosen)
    {
        var (mark, note) = chosen is { Mark.Length: > 0 }
            ? (TellingWord.Breakable(chosen.Mark), "")
            : CoverMark.Find(card.Title, card.Lead) ?? (Monogram(card.SourceName), "");
        return new Cover(card.Kind, chosen?.Hue ?? HueOf(card.SourceId), TellingWord.Breakable(ShortName(card.SourceName)), mark, note, $"{card.Kind.Label()} · {DutchTime.Month(card.PublishedAt)}");
    }

    /// <summary>A colour that stays with the source, whatever other sources come and go; sources that came one after another differ.</summary>
    /// <param name="id">Of the source, or of whatever has a colour.</param>
    public static int HueOf(int id) => (int)((uint)id * 5 % Hues) + 1;

    /// <summary>1 to 12 as a form sends it; null for everything else.</summary>
    public static int? ParseHue(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hue) && hue is >= 1 and <= Hues ? hue : null;

    /// <summary>A mark without what only says where it may be broken.</summary>
    public static string Plain(string mark) => mark.Replace("\u00ad", "", StringComparison.Ordinal);

    /// <summary>One or two capitals that stand for a source: <c>Binnenlands Bestuur</c> gives BB, <c>Nibud</c> gives NI.</summary>
    public static string Monogram(string sourceName)
    {
        var words = sourceName.Split([' ', '-', '.', '/', '&'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsLetterOrDigit(word[0])).ToList();
        return words switch
        {
            [] => "?",
            [var only] => string.Concat(only.EnumerateRunes().Take(2)).ToUpperInvariant(),
            _ => $"{words[0][0]}{words[1][0]}".ToUpperInvariant(),
        };
    }

    /// <summary>Without what stands in brackets behind it, and no longer than the three lines that there is room for.</summary>
    private static string ShortName(string sourceName)
    {
        var name = sourceName.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? sourceName[..bracket] : sourceName;
        return name.Length <= LongestSource ? name : $"{name[..LongestSource].TrimEnd()}…";
    }

    private static double Width(char letter) => letter switch
    {
        '\u00ad' => 0,
        ' ' or '\u00a0' or '‘' or '’' or 'i' or 'j' or 'l' or 't' or 'f' or 'I' or '.' or ',' => 0.4,
        'm' or 'w' or 'M' or 'W' or '%' => 1.05,
        >= 'A' and <= 'Z' => 0.85,
        _ => 0.68,
    };
}
