using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Calendar;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>The event that a page is about, where it says so in schema.org's words.</summary>
internal static class PageEvent
{
    /// <summary>Null if the page describes no event, or several, or one that has a page of its own elsewhere.</summary>
    public static EventInfo? Of(FetchResult fetched, DateTimeOffset now)
    {
        // Few pages have one, so most are not parsed a second time.
        if (fetched.Body.Span.IndexOf("schema.org"u8) < 0 || fetched.Body.Span.IndexOf("Event"u8) < 0)
            return null;
        var events = CalendarReader.Read(fetched.Body, fetched.ContentType, new Uri(fetched.FinalUrl), now).Items;
        return events is [var only] && CanonicalUrl.Of(only.Link) is { } link && link == CanonicalUrl.Of(fetched.FinalUrl)
            ? only.Event
            : null;
    }
}
