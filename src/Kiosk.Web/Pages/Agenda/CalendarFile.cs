using System.Globalization;
using System.Text;
using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Agenda;

/// <summary>Events as an iCalendar (RFC 5545), for the calendar of a reader.</summary>
internal static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Octets in a line before it is folded.</summary>
    private const int LongestLine = 75;

    /// <param name="host">Of this kiosk; makes the names of events unique in the world.</param>
    /// <param name="events">With their event and source.</param>
    public static string Write(string host, IEnumerable<Article> events)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//de Kiosk//Agenda//NL");
        Line(file, "X-WR-CALNAME:Agenda van de Kiosk");
        foreach (var article in events)
            Append(file, host, article, article.Event!);
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static void Append(StringBuilder file, string host, Article article, ArticleEvent found)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, string.Create(CultureInfo.InvariantCulture, $"UID:artikel-{article.Id}@{Text(host)}"));
        Line(file, $"DTSTAMP:{Stamp(article.ChangedAt)}");
        // Counts up at every change, so that a calendar takes over a new time.
        Line(file, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{article.Version}"));
        AppendTimes(file, found);
        Line(file, $"SUMMARY:{Text(article.Title)}");
        if (found.Place is { } place)
            Line(file, $"LOCATION:{Text(place)}");
        Line(file, $"DESCRIPTION:{Text(Description(article, found))}");
        Line(file, $"URL:{article.Url}");
        Line(file, $"STATUS:{(found.IsCancelled ? "CANCELLED" : "CONFIRMED")}");
        Line(file, "END:VEVENT");
    }

    private static void AppendTimes(StringBuilder file, ArticleEvent found)
    {
        if (!found.IsAllDay)
        {
            Line(file, $"DTSTART:{Stamp(found.StartsAt)}");
            if (found.EndsAt is { } ends)
                Line(file, $"DTEND:{Stamp(ends)}");
            return;
        }

        // The end of whole days is the day after the last.
        Line(file, $"DTSTART;VALUE=DATE:{Day(DutchTime.DayOf(found.StartsAt))}");
        Line(file, $"DTEND;VALUE=DATE:{Day(EventTime.LastDay(found).AddDays(1))}");
    }

    private static string Description(Article article, ArticleEvent found)
    {
        var excerpt = ReadingRights.Excerpt(article.Source!.Rights, article.Lead, article.Lead);
        var signUp = found.RegistrationUrl is { } url ? $"Aanmelden: {url}" : "";
        return string.Join('\n', new[] { excerpt, signUp, $"Bron: {article.Source.Name}" }.Where(line => line.Length > 0));
    }

    private static string Stamp(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Text(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folds between characters, never within one. Control characters would begin lines of their own, so they go.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
                continue;
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                length = 1;
            }

            file.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
