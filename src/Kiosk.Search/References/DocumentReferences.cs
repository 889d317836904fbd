using System.Text.RegularExpressions;

namespace Kiosk.Search.References;

/// <summary>Rulings (<c>ECLI:NL:HR:2019:123</c>), laws (<c>BWBR0031331</c>) and parliamentary papers (<c>24515-567</c>, <c>24 515, nr. 567</c>).</summary>
internal static partial class DocumentReferences
{
    public static IEnumerable<Reference> Read(string text)
    {
        foreach (Match match in Ecli().Matches(text))
            yield return One(match, "ecli" + Bare(match.Groups["code"].Value));
        foreach (Match match in Bwb().Matches(text))
            yield return One(match, Bare(match.Value));
        foreach (Match match in Paper().Matches(text))
            yield return ToPaper(match);
    }

    private static Reference ToPaper(Match match)
    {
        var file = "kst" + Bare(match.Groups["file"].Value);
        return match.Groups["number"] is { Success: true } number
            ? new Reference([$"{file}nr{number.Value.ToLowerInvariant()}", file], match.Index, match.Length)
            : One(match, file);
    }

    private static Reference One(Match match, string key) => new([key], match.Index, match.Length);

    private static string Bare(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    // Copied out of a table it may have spaces for colons, and whoever is in a hurry leaves ECLI out.
    [GeneratedRegex(@"(?:\bECLI(?:\s?:\s?|\s)|\b(?=NL:[A-Z]{2,7}:\d{4}:))(?<code>[A-Z]{2}(?:\s?:\s?|\s)[A-Z]{1,7}(?:\s?:\s?|\s)\d{4}(?:\s?:\s?|\s)[A-Z]{0,3}\d[A-Z0-9.]{0,24}(?<!\.))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Ecli();

    [GeneratedRegex(@"\bBWB[RV]\s?\d{7}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Bwb();

    // The number of a file alone is just a number: without a word before it, it needs the number of a paper behind it.
    [GeneratedRegex(@"\b(?:kamerstuk(?:ken)?(?:\s(?:II|I|2|1))?(?:\s\d{4}[/–-]\d{2,4})?,?\s{1,2}|(?:kamer)?dossier(?:nummer)?\s{1,2}|kst-?)(?<file>\d{2}[\s.]?\d{3})(?:(?:\s?-\s?|,?\s{1,2}nr\.?\s{0,2})(?<number>[A-Z]{1,2}|\d{1,4}))?\b|\b(?<file>\d{2}\s?\d{3})(?:,?\s{1,2}nr\.?\s{0,2}|-)(?<number>\d{1,4})\b(?![\d-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Paper();
}
