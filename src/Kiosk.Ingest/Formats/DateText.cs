using Kiosk.Ingest.Formats.Dates;

namespace Kiosk.Ingest.Formats;

/// <summary>Dates as feeds and pages write them: RFC 822 and its descendants, ISO 8601, Unix time, and dates in words
/// (Dutch, English, German, French, Spanish, Italian, Portuguese, Danish, Norwegian, Swedish, Finnish, Polish, Greek, Hungarian, Korean).</summary>
public static class DateText
{
    /// <summary>Longer text is refused unread: no date needs it.</summary>
    public const int LongestText = 120;

    /// <summary>Reads a date whose text decides the zone. Without a zone in the text, Dutch words mean Europe/Amsterdam
    /// and Korean words Asia/Seoul; all else is taken as UTC, as feeds without a zone mostly intend.</summary>
    /// <param name="text">As found; null and blank are refused.</param>
    /// <param name="instant">In UTC; a date without a time is the first moment of that day (month, year).</param>
    /// <returns>False if the text is not one whole, possible date.</returns>
    public static bool TryParse(string? text, out DateTimeOffset instant) => TryParse(text, assumed: null, out instant);

    /// <summary>As the other overload, with the zone to assume for text that names none, whatever its language; null leaves
    /// the choice to the text.</summary>
    public static bool TryParse(string? text, TimeZoneInfo? assumed, out DateTimeOffset instant)
    {
        instant = default;
        if (text is null || text.Length > LongestText * 2)
            return false;
        var trimmed = text.Replace("\\n", "", StringComparison.Ordinal).Trim();
        if (trimmed.Length is 0 or > LongestText || trimmed.Any(IsForeign))
            return false;
        trimmed = ZoneText.WithoutUnknown(trimmed);
        return UnixTime.TryParse(trimmed, out instant)
            || IsoDate.TryParse(trimmed, assumed ?? TimeZoneInfo.Utc, out instant)
            || WrittenDate.TryParse(trimmed, assumed, out instant);
    }

    /// <summary>Digits of other scripts, which patterns take for digits and numbers do not; and what is no character.</summary>
    private static bool IsForeign(char character) => char.IsSurrogate(character) || character >= '\uFFFE' || (char.IsDigit(character) && !char.IsAsciiDigit(character));
}
