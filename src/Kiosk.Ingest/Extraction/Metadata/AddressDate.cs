using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The date in an address such as <c>/2026/11/20/titel</c> or <c>/nieuws/2026-11-20-titel</c>.</summary>
internal static partial class AddressDate
{
    /// <summary>Midnight UTC of that day; null if the address holds no whole date.</summary>
    public static DateTimeOffset? Of(Uri url)
    {
        var match = Pattern().Match(url.AbsolutePath);
        return match.Success && DateTimeOffset.TryParseExact(match.Groups["y"].Value + match.Groups["m"].Value.PadLeft(2, '0') + match.Groups["d"].Value.PadLeft(2, '0'),
            "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19[9]|20[0-4])\d)(?:(?<s>[/\-_.])(?<m>1[0-2]|0?[1-9])\k<s>(?<d>3[01]|[12]\d|0?[1-9])|(?<m>1[0-2]|0[1-9])(?<d>3[01]|[12]\d|0[1-9]))(?!\d)", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Pattern();
}
