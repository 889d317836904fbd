using System.Text.RegularExpressions;

namespace Kiosk.Web.Reading;

/// <summary>
/// Finds the strong word for a cover. In this order: a telling number with its unit, an article of law or a quotation in the title; such a number
/// or article in the lead; an abbreviation of the field in the title; and else the word of the title that says most.
/// </summary>
public static partial class CoverMark
{
    /// <summary>Leads are bounded already; this bounds what a hostile title can cost.</summary>
    private const int MaxText = 600;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] Abbreviations =
    [
        "vtlb", "Wgs", "Wsnp", "Msnp", "BKR", "CAK", "CJIB", "UWV", "SVB", "DUO", "zzp", "AVG", "KBvG", "NVVK", "VNG", "CBS", "SCP", "CPB",
        "WODC", "AFM", "ACM", "SER", "DNB", "Nibud", "Recofa", "Wki", "Wvbvv", "Awb", "Zvw", "AOW", "PGB", "LOSR", "BRP",
    ];

    /// <summary>The mark and the line below it (mostly empty); null if nothing in the texts is strong enough.</summary>
    public static (string Mark, string Note)? Find(string title, string lead)
    {
        title = Head(title);
        lead = Head(lead);
        return Number(title) ?? Law(title) ?? Quotation(title) ?? Number(lead) ?? Law(lead) ?? Abbreviation(title) ?? Telling(title) ?? Abbreviation(lead);
    }

    private static (string, string)? Number(string text)
    {
        if (Ratio().Match(text) is { Success: true } ratio)
            return ($"{Figure(ratio.Groups["part"].Value)}\u00a0op\u00a0{Figure(ratio.Groups["whole"].Value)}", "");
        if (Share().Match(text) is { Success: true } share)
            return (share.Groups["figure"].Value + "%", "");
        if (Money().Match(text) is { Success: true } money)
            return ("€\u00a0" + money.Groups["amount"].Value, money.Groups["scale"].Value);
        return Quantity().Match(text) is { Success: true } quantity
            ? (quantity.Groups["figure"].Value, quantity.Groups["unit"].Value)
            : null;
    }

    private static (string, string)? Law(string text) =>
        LawArticle().Match(text) is { Success: true } law ? ("§\u00a0" + law.Groups["article"].Value, "") : null;

    private static (string, string)? Quotation(string title) =>
        Quoted().Match(title) is { Success: true } quoted ? ($"‘{TellingWord.Breakable(quoted.Groups["said"].Value.Trim())}’", "") : null;

    private static (string, string)? Telling(string title) => TellingWord.In(title) is { } word ? (word, "") : null;

    private static (string, string)? Abbreviation(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value);
        var found = words.Select(word => Array.Find(Abbreviations, known => known.Equals(word, StringComparison.OrdinalIgnoreCase)));
        return found.FirstOrDefault(known => known is not null) is { } mark ? (mark, "") : null;
    }

    private static string Figure(string number) => DutchText.FromWord(number) is { } value ? DutchText.Number(value) : number;

    private static string Head(string text) => text.Length <= MaxText ? text : text[..MaxText];

    [GeneratedRegex(@"\b(?<part>\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)\s+op\s+(?:de\s+|elke\s+)?(?<whole>\d{1,3}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b", Options, 2_000)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"(?<![\d.,])(?<figure>\d{1,3}(?:,\d)?)\s?(?:%|procent\b)", Options, 2_000)]
    private static partial Regex Share();

    [GeneratedRegex(@"(?:€\s?(?<amount>\d[\d.]*(?:,\d{1,2})?)(?:\s(?<scale>miljoen|miljard))?|(?<![\d.,])(?<amount>\d[\d.]*(?:,\d{1,2})?)(?:\s(?<scale>miljoen|miljard))?\s?euro\b)", Options, 2_000)]
    private static partial Regex Money();

    /// <summary>A whole number before a thing that is counted. Years, dates and clock times have no such word behind them, except 14.30 uur.</summary>
    [GeneratedRegex(@"(?<![\d.,/-])(?<figure>\d{1,3}(?:\.\d{3})*)\s+(?<unit>jaar|jaren|maanden|weken|dagen|uur|minuten|gemeenten|huishoudens|mensen|inwoners|gezinnen|kinderen|jongeren|ondernemers|zaken|vonnissen|schuldeisers|dossiers|miljoen|miljard)\b", Options, 2_000)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\b(?:artikel|artikelen|art\.)\s+(?<article>\d{1,4}[a-z]{0,2})\b", Options, 2_000)]
    private static partial Regex LawArticle();

    /// <summary>What somebody says, as long as it fits on a cover; an apostrophe within a word opens nothing.</summary>
    [GeneratedRegex(@"(?:‘(?<said>[^‘’]{4,36})’|“(?<said>[^“”]{4,36})”|""(?<said>[^""]{4,36})""|(?<!\w)'(?<said>[^']{4,36})')(?!\w)", Options, 2_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\p{L}+", Options, 2_000)]
    private static partial Regex Word();
}
