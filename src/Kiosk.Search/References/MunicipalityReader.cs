using System.Text.RegularExpressions;

namespace Kiosk.Search.References;

/// <summary>
/// Finds the municipalities that a title or lead names. A name that means something else too (Best, Epe, Laren) counts only where the text says that
/// it is a municipality; and a court, a university, a province or a person called after one never counts. A person is known by the first name before
/// <c>van</c>, in the middle of a sentence: at its beginning every word has a capital.
/// </summary>
public static partial class MunicipalityReader
{
    private const int LookBack = 40;

    /// <summary>Each once, in the order in which they are named.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="most">A text that names more is about none of them: then the list is empty.</param>
    public static IReadOnlyList<Municipality> Read(string text, int most)
    {
        var written = text.Replace('’', '\'');
        var found = new List<Municipality>();
        for (var at = 0; at + 3 <= written.Length; at++)
        {
            if (!MayStart(written, at) || NameAt(written, at) is not { } name)
                continue;
            if (!found.Contains(name.Of) && Counts(name, written, at))
                found.Add(name.Of);
            at += name.Text.Length - 1;
        }
        return found.Count > most ? [] : found;
    }

    private static bool MayStart(string text, int at) =>
        (char.IsUpper(text[at]) || text[at] == '\'') && (at == 0 || (!char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not '-'));

    private static MunicipalityName? NameAt(string text, int at) => Municipality.NamesByStart[text.Substring(at, 3)]
        .FirstOrDefault(name => string.CompareOrdinal(text, at, name.Text, 0, name.Text.Length) == 0 && Ends(text, at + name.Text.Length));

    private static bool Ends(string text, int at) =>
        at >= text.Length || (!char.IsLetterOrDigit(text[at]) && !(text[at] == '-' && at + 1 < text.Length && char.IsLetter(text[at + 1])));

    private static bool Counts(MunicipalityName name, string text, int at)
    {
        var before = text[Math.Max(0, at - LookBack)..at];
        return name.IsAmbiguous ? SaysMunicipality().IsMatch(before) : !SaysOtherwise().IsMatch(before) && !SaysPerson().IsMatch(before) && !SaysOtherwiseAfter().IsMatch(text.AsSpan(at + name.Text.Length));
    }

    [GeneratedRegex(@"\b(?:gemeente(?:raad|bestuur)?|wethouders?|burgemeester|college|inwoners)(?:\s+(?:van|in|uit))?\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex SaysMunicipality();

    [GeneratedRegex(@"(?:\b(?:rechtbank|gerechtshof|hof|(?:kanton)?rechter|zittingsplaats|locatie|vestiging|universiteit|hogeschool|provincie|regio|arrondissement)(?:\s+(?:van|in|te))?\s+|\b(?-i:Van|Van der|Van den|Ter|Ten)\s+|\b\p{Lu}\.\s*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex SaysOtherwise();

    [GeneratedRegex(@"[\p{Ll},]\s+(?!\p{L}*(?:[Gg]emeente|[Rr]aad|[Cc]ollege|[Bb]ank|[Dd]ienst|[Ww]ethouders?|[Bb]urgemeester|[Ss]tad)\s)\p{Lu}\p{Ll}+\s+van\s+$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex SaysPerson();

    [GeneratedRegex(@"^\s+(?:University|UMC)\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex SaysOtherwiseAfter();
}
