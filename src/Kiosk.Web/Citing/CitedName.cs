using System.Text.RegularExpressions;

namespace Kiosk.Web.Citing;

/// <summary>An author as citing asks for her: <c>Anna van der Berg</c> is <c>Berg</c>, <c>Anna</c> and <c>van der</c>.</summary>
/// <param name="Family">The name to sort by, without prefix; the whole name of an institution.</param>
/// <param name="Given">First names or initials; empty if unknown.</param>
/// <param name="Particle">The prefix (tussenvoegsel) as it is written; empty if there is none.</param>
/// <param name="IsInstitution">True for a body that wrote as one.</param>
public sealed partial record CitedName(string Family, string Given = "", string Particle = "", bool IsInstitution = false)
{
    /// <summary>Longer lines are no name.</summary>
    private const int Longest = 60;

    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "van", "de", "den", "der", "het", "'t", "’t", "ten", "ter", "te", "van't", "van’t", "op", "in", "aan", "bij", "uit", "onder", "over", "voor", "tot", "von", "zu", "zum", "zur",
        "da", "di", "du", "des", "del", "della", "la", "le", "el", "al", "ben", "'s", "’s", "d'", "d’", "dos", "das",
    };

    /// <summary>With <c>van der Berg</c> in full: <c>van der Berg</c>; an institution as it is.</summary>
    public string FamilyWithParticle => Particle.Length > 0 ? $"{Particle} {Family}" : Family;

    /// <summary>First names as initials, as APA wants them: <c>Jean-Pierre</c> gives <c>J.-P.</c></summary>
    public string Initials => string.Join(' ', Given.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Select(name => string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(Initial))));

    /// <summary>Reads a name as sources write it: <c>Anna van der Berg</c>, <c>Berg, Anna van der</c>, <c>A.B. de Vries</c>, <c>Ministerie van SZW</c>.</summary>
    public static CitedName Parse(string name)
    {
        var text = Blank().Replace(Title().Replace(name.Trim(), ""), " ").Trim();
        if (text.Length == 0)
            return new CitedName(name.Trim(), IsInstitution: true);
        if (text.Length > Longest || Institution().IsMatch(text))
            return new CitedName(text, IsInstitution: true);
        return text.Split(',', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } family, { Length: > 0 } given] ? Straight(text.Trim(','))
            : IsFunction(given) ? Straight(family)
            : Turned(family, given);
    }

    /// <summary>What somebody does, behind her name: <c>Nel Hoekstra, schuldhulpverlener</c>. A given name has a capital.</summary>
    private static bool IsFunction(string text) => char.IsLower(text[0]) && !Particles.Contains(Words(text)[0]);

    /// <summary>Family name first: a prefix stands behind the given name, or before the family name.</summary>
    private static CitedName Turned(string family, string given)
    {
        var before = Words(family);
        var leading = before.TakeWhile(Particles.Contains).Take(before.Length - 1).ToArray();
        var after = Words(given);
        var trailing = after.Reverse().TakeWhile(Particles.Contains).Reverse().ToArray();
        return new CitedName(string.Join(' ', before[leading.Length..]), string.Join(' ', after[..^trailing.Length]), string.Join(' ', trailing.Concat(leading)));
    }

    /// <summary>Given name first. What stands between it and the family name is the prefix; without a prefix the last word is the family name.</summary>
    private static CitedName Straight(string text)
    {
        var words = Words(text);
        if (words.Length == 1)
            return new CitedName(text, IsInstitution: true);
        var start = Array.FindIndex(words, 1, word => Particles.Contains(word) && char.IsLower(word.TrimStart('\'', '’')[0]));
        if (start < 0 || start == words.Length - 1)
            return words.Skip(1).All(IsInitials) ? new CitedName(words[0], string.Join(' ', words[1..])) : new CitedName(words[^1], string.Join(' ', words[..^1]));
        var end = start;
        while (end < words.Length - 1 && Particles.Contains(words[end]))
            end++;
        return new CitedName(string.Join(' ', words[end..]), string.Join(' ', words[..start]), string.Join(' ', words[start..end]));
    }

    private static bool IsInitials(string word) => word.Length > 1 && word.EndsWith('.') && word.Length <= 8;

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Initial(string name) => $"{System.Globalization.StringInfo.GetNextTextElement(name).ToUpperInvariant()}.";

    [GeneratedRegex(@"^(?:(?:prof|dr|mr|drs|ir|ing|bc|bsc|msc)\.?\s+)+|^(?:(?:prof|dr|mr|drs|ir|ing)\.)+\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\d|&|/|@|^(?:de|het|redactie|team)\s|\b(?:ministerie|rechtbank|gerechtshof|hof|raad|gemeente|provincie|stichting|vereniging|universiteit|hogeschool|lectoraat|instituut|bureau|redactie|kamer|autoriteit|inspectie|ombudsman|bank|fonds|platform|netwerk|centrum|commissie|dienst|bond|unie|kiosk|B\.?V\.?|N\.?V\.?|planbureau|consortium|coöperatie|university|institute|foundation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Institution();
}
