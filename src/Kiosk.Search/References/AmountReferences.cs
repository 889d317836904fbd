using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.Search.References;

/// <summary>Amounts of money in cents (<c>€ 1.250,50</c>, <c>1,5 miljoen euro</c>), large numbers in full (<c>1,5 miljoen</c>) and percentages.</summary>
internal static partial class AmountReferences
{
    public static IEnumerable<Reference> Read(string text)
    {
        var end = 0;
        foreach (Match match in Amount().Matches(text))
        {
            // A euro that belongs to the amount before it is not this one's.
            var sign = match.Groups["sign"] is { Success: true } before && before.Index >= end ? before : null;
            var start = sign?.Index ?? match.Index;
            end = match.Index + match.Length;
            if (Number(match.Groups["number"].Value) is { } number && Key(match, sign is not null, number) is { } key)
                yield return new Reference([key], start, end - start);
        }
    }

    private static string? Key(Match match, bool isEuro, decimal number)
    {
        if (match.Groups["percent"].Success)
            return "pct" + Digits(decimal.Round(number * 100));
        var times = match.Groups["times"].Value.ToLowerInvariant() switch
        {
            "duizend" => 1_000m,
            "miljoen" or "mln" => 1_000_000m,
            "miljard" or "mld" => 1_000_000_000m,
            _ => 1m,
        };
        if (isEuro || match.Groups["euro"].Success)
            return "eur" + Digits(decimal.Round(number * times * 100));
        return times > 1 ? Digits(decimal.Round(number * times)) : null;
    }

    /// <summary>A number as the Dutch write it: points between thousands, a comma before decimals. Null if it is too long.</summary>
    private static decimal? Number(string text)
    {
        var plain = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        return plain.Length <= 18 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string Digits(decimal number) => number.ToString("0", CultureInfo.InvariantCulture);

    // What comes before the number is looked at from there: digits are found faster than what may or may not stand before them.
    [GeneratedRegex(@"(?<=(?:(?<sign>€|\beuro|\beur)\s?)?)(?<![\w.,])(?<number>\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})?|\d{1,15}(?:,\d{1,2})?)(?![\d])(?:,-+)?(?:\s?(?<times>duizend|miljoen|mln|miljard|mld)\b\.?)?(?:\s?(?:(?<percent>%|procent\b)|(?<euro>€|euro\b|eur\b)))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Amount();
}
