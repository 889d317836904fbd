using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>Reads a date of a page and keeps the offset in which the page wrote it.</summary>
internal static partial class PageMoment
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private const int LongestText = 200;

    /// <summary>Null if the text is no date, or none that a web page can have.</summary>
    /// <param name="text">As found: a date, and at most a few words around it.</param>
    /// <param name="calendar">How the page writes its dates.</param>
    public static DateTimeOffset? Of(string? text, PageCalendar calendar)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return null;
        if (NumbersAlone().IsMatch(text) || !DateText.TryParse(Tidy(text), calendar.Zone, out var instant))
            return WrittenDays.Find(WrittenDays.Fold(text), calendar) is [var first, ..] ? Midnight(first.Day, calendar) : null;
        instant = instant.ToOffset(Offset(text, instant, calendar.Zone));
        return instant.Year is >= FirstYear and <= LastYear ? instant : null;
    }

    public static DateTimeOffset Midnight(DateOnly day, PageCalendar calendar)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, calendar.Zone.GetUtcOffset(midnight));
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

    // Day or month first: that is for the calendar of the page to say.
    [GeneratedRegex(@"^\W*[0-9]{1,2}(?<s>[/\-])[0-9]{1,2}\k<s>[0-9]{4}\b", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex NumbersAlone();

    [GeneratedRegex(@"[0-9]{1,2}:?[0-9][0-9](?:[.,][0-9]+)?\s*(?:(?<sign>[+-])(?<h>[0-9][0-9]):?(?<m>[0-5][0-9])?|Z|GMT|UTC)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Written();

    [GeneratedRegex(@"^\W*(?:laatst (?:bijgewerkt|gewijzigd|aangepast)|last (?:updated|modified)|first published|datum (?:nieuwsfeit|publicatie)|publicatiedatum|publi[ée]e? le|publicado el|pubblicato il|ver[öo]ffentlicht(?: am)?|stand|erstellt(?: am)?|aktualisiert(?: am)?|gepubliceerd(?: op)?|geplaatst(?: op)?|bijgewerkt(?: op)?|nieuwsbericht|nieuws|persbericht|posted(?: on)?|published(?: on)?|updated(?: on)?|date|datum)\b\s*[:|]?\s*|\s*\|\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Decoration();
}
