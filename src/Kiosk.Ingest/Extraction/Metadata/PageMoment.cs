using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>Reads a date of a page and keeps the offset in which the page wrote it.</summary>
internal static partial class PageMoment
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    /// <summary>Null if the text is no date, or none that a web page can have.</summary>
    /// <param name="text">As found.</param>
    /// <param name="zone">What a date without a zone is taken to be in.</param>
    public static DateTimeOffset? Of(string? text, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text) || !DateText.TryParse(Tidy(text), zone, out var instant))
            return null;
        instant = instant.ToOffset(Offset(text, instant, zone));
        return instant.Year is >= FirstYear and <= LastYear ? instant : null;
    }

    private static string Tidy(string text) => Decoration().Replace(text.Trim(), "").Trim(' ', ',', '|', '\u00b7', '.', ':');

    private static TimeSpan Offset(string text, DateTimeOffset instant, TimeZoneInfo zone)
    {
        var written = Written().Match(text);
        if (!written.Success)
            return zone.GetUtcOffset(instant);
        if (!written.Groups["sign"].Success)
            return TimeSpan.Zero;
        var offset = new TimeSpan(Number(written.Groups["h"]), Number(written.Groups["m"]), 0);
        return offset > TimeSpan.FromHours(14) ? TimeSpan.Zero : written.Groups["sign"].Value == "+" ? offset : -offset;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\d{1,2}:?\d\d(?:[.,]\d+)?\s*(?:(?<sign>[+-])(?<h>\d\d):?(?<m>[0-5]\d)?|Z|GMT|UTC)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Written();

    [GeneratedRegex(@"^\W*(?:laatst (?:bijgewerkt|gewijzigd|aangepast)|last (?:updated|modified)|first published|datum (?:nieuwsfeit|publicatie)|publicatiedatum|publi[ée]e? le|publicado el|pubblicato il|ver[öo]ffentlicht(?: am)?|stand|erstellt(?: am)?|aktualisiert(?: am)?|gepubliceerd(?: op)?|geplaatst(?: op)?|bijgewerkt(?: op)?|nieuwsbericht|nieuws|persbericht|posted(?: on)?|published(?: on)?|updated(?: on)?|date|datum)\b\s*[:|]?\s*|\s*\|\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Decoration();
}
