using System.Text.RegularExpressions;
using Kiosk.Data;

namespace Kiosk.Ingest.Archiving;

/// <summary>
/// The level at which Movisie's register rates an intervention, where a text says so itself. It counts only beside the name of Movisie or its register:
/// the words alone are ordinary Dutch.
/// </summary>
internal static partial class MovisieLevels
{
    private const int Around = 300;

    /// <summary>Null if the text tells of no level, or of several: then it is about more than one intervention.</summary>
    public static MovisieLevel? In(string text)
    {
        var levels = Names().Matches(text)
            .Where(match => Register().IsMatch(text[Math.Max(0, match.Index - Around)..Math.Min(text.Length, match.Index + match.Length + Around)]))
            .Select(match => Level(match.Value)).Distinct().ToList();
        return levels is [var only] ? only : null;
    }

    private static MovisieLevel Level(string name) => name.ToLowerInvariant() switch
    {
        ['g', 'o', 'e', 'd', ' ', 'b', ..] => MovisieLevel.GoedBeschreven,
        ['g', 'o', 'e', 'd', ' ', ..] => MovisieLevel.GoedOnderbouwd,
        ['e', ..] => MovisieLevel.EersteAanwijzingen,
        ['g', ..] => MovisieLevel.GoedeAanwijzingen,
        _ => MovisieLevel.SterkeAanwijzingen,
    };

    [GeneratedRegex(@"\b(?:goed beschreven|goed onderbouwd|(?:eerste|goede|sterke) aanwijzingen voor effectiviteit)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:Movisie|databank (?:effectieve )?sociale interventies)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Register();
}
