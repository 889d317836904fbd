using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>Reads events: an iCalendar (RFC 5545), or a page that describes its events in schema.org's words (JSON-LD or microdata).</summary>
public static class CalendarReader
{
    /// <summary>What ended longer ago than this is left out: calendars carry years of history.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(31);

    /// <summary>Bytes in, events or the reason why not out. Each item has its <see cref="Item.Event"/>. Never throws for what is in the bytes.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="url">The address that answered, for relative links; null if unknown.</param>
    /// <param name="now">Decides which time of a repeating event is the next, and what is long past.</param>
    public static ListReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url, DateTimeOffset now) =>
        AnswerText.Read(body, contentType, ListReading.Failed, text => text.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)
            ? Upcoming(ICalendar.Events(text, url, now), now)
            : Page(text, url, now));

    private static ListReading Page(string text, Uri? url, DateTimeOffset now)
    {
        if (text[0] != '<')
            return ListReading.Failed(AnswerProblems.Instead("agenda", text, root: null));
        if (!Feeds.NotAFeed.IsWebPage(text))
            return ListReading.Failed(AnswerProblems.Instead("agenda", text, XmlAnswer.Of(text, url).Root?.Name));
        if (Cleaning.BoundedParser.TryParseDocument(text) is not { } page)
            return ListReading.Failed(AnswerProblems.TooLargePage);
        var events = SchemaEvents.In(page, url);
        return events.Count > 0
            ? Upcoming(events, now)
            : ListReading.Failed("Op deze pagina staan geen activiteiten in een vorm die we kunnen lezen (schema.org). Zoek op de site naar een agenda om te downloaden (iCal, .ics) en neem dat adres.");
    }

    private static ListReading Upcoming(IReadOnlyList<Item> events, DateTimeOffset now)
    {
        var kept = events.Where(item => (item.Event!.Ends ?? item.Event.Starts) is not { } end || end > now - Remembered).Take(MarkupLimits.Items).ToList();
        var past = events.Count - kept.Count;
        return new ListReading
        {
            Items = kept,
            Total = events.Count,
            Remark = past == 0 ? null : past == 1 ? "Eén activiteit is al lang voorbij en is overgeslagen." : $"{past} activiteiten zijn al lang voorbij en zijn overgeslagen.",
        };
    }
}
