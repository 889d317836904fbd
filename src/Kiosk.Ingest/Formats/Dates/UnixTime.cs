using System.Globalization;

namespace Kiosk.Ingest.Formats.Dates;

/// <summary>Seconds or milliseconds since 1970. Shorter numbers are years and compact dates, longer ones 20261120143000.</summary>
internal static class UnixTime
{
    private const int FewestDigitsOfSeconds = 9;
    private const int MostDigitsOfSeconds = 10;
    private const int DigitsOfMilliseconds = 13;

    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        var whole = text.AsSpan(0, text.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? dot : text.Length);
        if (whole.Length is not (FewestDigitsOfSeconds or MostDigitsOfSeconds or DigitsOfMilliseconds)
            || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || text.AsSpan(Math.Min(text.Length, whole.Length + 1)).ContainsAnyExceptInRange('0', '9'))
            return false;
        instant = whole.Length == DigitsOfMilliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(number)
            : DateTimeOffset.FromUnixTimeSeconds(number);
        return true;
    }
}
