using System.Text.RegularExpressions;

namespace Kiosk.Web.Citing;

/// <summary>Rulings are known by their European Case Law Identifier.</summary>
internal static partial class CitedRuling
{
    /// <summary>The identifier in an address or a name; null if there is none.</summary>
    public static string? EcliOf(string url, IEnumerable<string> names) => names.Append(url)
        .Select(text => Ecli().Match(text)).FirstOrDefault(match => match.Success)?.Value.ToUpperInvariant();

    [GeneratedRegex(@"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Ecli();
}
