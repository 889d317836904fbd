using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Dates;

/// <summary>Dates in any order of their parts: "Fri, 20 Nov 2026 14:30:00 +0100", "vrijdag 20 november 2026 om 14.30 uur",
/// "11:12 PM, November 16, 2020 EST", "26/06/2020", "26 06 2020". Numbers alone are read day first, as the Dutch do,
/// but with slashes and AM or PM as Americans do.</summary>
internal static partial class WrittenDate
{
    public static bool TryParse(string text, TimeZoneInfo? assumed, out DateTimeOffset instant)
    {
        instant = default;
        var aside = Aside().Match(text);
        var parts = new DateParts();
        var position = 0;
        var folded = Fold(Aside().Replace(text, " "), parts);
        while (position < folded.Length)
        {
            var token = Token().Match(folded, position);
            if (!token.Success || !parts.Take(token))
                return false;
            position += token.Length;
        }
        return parts.TryInstant(assumed, aside.Success ? aside.Groups["inside"].Value : "", out instant);
    }

    private static string Fold(string text, DateParts parts)
    {
        if (Hangul().IsMatch(text))
            parts.Imply("Asia/Seoul");
        text = EastAsian().Replace(text, match => match.Value.TrimEnd() switch { "오전" or "上午" => " am ", "오후" or "下午" => " pm ", "일" or "日" => " ", _ => "-" });
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    [GeneratedRegex(@"\((?<inside>[^)]*)\)", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Aside();

    [GeneratedRegex("[오전후년월일]", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Hangul();

    [GeneratedRegex(@"오전|오후|上午|下午|[년월일年月日]\s*", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"\G(?:"
        + @"(?<h>[0-9]{1,2})[:h](?<i>[0-9]{1,2})(?::(?<s>[0-9]{1,2})(?:[.,](?<f>[0-9]{1,9}))?)?(?![0-9:])"
        + @"|(?<h>[0-9]{1,2})[.u](?<i>[0-9][0-9])(?=\s*(?:uur|uhr|(?<uur>u)|h)\b)"
        + @"|(?<h>[0-9]{1,2})(?<uur>u)(?<i>[0-9][0-9])\b"
        + @"|(?<h>[0-9]{1,2})(?=\s*(?:uur|uhr|[ap]\.?m)\b)"
        + @"|(?<a>[0-9]{1,4})[-/.](?<b>[0-9]{1,2})[-/.](?<c>[0-9]{1,4})(?![0-9])"
        + @"|(?<a>[0-9]{1,2})\s(?<b>[0-9]{1,2})\s(?<c>[0-9]{4})(?![0-9:])"
        + @"|(?<offset>[+\-\u2212][0-9]{1,2}:?[0-9][0-9](?::?00)?(?![0-9]))"
        + @"|(?<=(?:gmt|utc)\s?)(?<offset>[+\-\u2212][0-9]{1,2})(?![0-9:])"
        + @"|(?<n>[0-9]{1,4})(?:(?:st|nd|rd|th|ste|de|er|e|º|ª)(?!\p{L}))?(?![0-9])"
        + @"|(?<half>[ap])\.?\s?m\b\.?"
        + @"|(?<place>\p{L}+/[\p{L}_]+(?:/[\p{L}_]+)?)"
        + @"|(?<word>\p{L}+)"
        + @"|[\s,.;:|@'’/–—·]+|-)", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Token();
}
