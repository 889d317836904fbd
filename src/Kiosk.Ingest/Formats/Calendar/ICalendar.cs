using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>The events of an iCalendar (RFC 5545).</summary>
internal static partial class ICalendar
{
    /// <summary>Cancelled events stay, with a title that says so: somebody may have them in a diary.</summary>
    public const string Cancelled = "Geannuleerd: ";

    public static IReadOnlyList<Item> Events(string text, Uri? url, DateTimeOffset now)
    {
        var lines = ContentLine.All(text);
        var zones = CalendarZones.In(lines);
        return [.. Components(lines).Select(component => Event(component, zones, url, now)).OfType<Item>()];
    }

    // Alarms inside an event have a description of their own.
    private static IEnumerable<List<ContentLine>> Components(IReadOnlyList<ContentLine> lines)
    {
        List<ContentLine>? component = null;
        var inner = 0;
        foreach (var line in lines)
        {
            if (line.IsBegin("VEVENT"))
                (component, inner) = ([], 0);
            else if (component is not null && line.IsEnd("VEVENT"))
            {
                yield return component;
                component = null;
            }
            else if (line.Name is "BEGIN" or "END")
                inner += line.Name == "BEGIN" ? 1 : -1;
            else if (inner == 0)
                component?.Add(line);
        }
    }

    private static Item? Event(List<ContentLine> lines, CalendarZones zones, Uri? url, DateTimeOffset now)
    {
        ContentLine? First(string name) => lines.Find(line => line.Name == name && line.Value.Length > 0);
        if (FeedFields.Title(First("SUMMARY")?.Text) is not { } title || zones.Time(First("DTSTART")) is not { } start)
            return null;
        var length = Length(start, First("DTEND"), First("DURATION"), zones);
        var starts = First("RRULE") is { } rule
            ? Recurrence.Next(rule.Value, start, [.. lines.Where(line => line.Name == "EXDATE").SelectMany(zones.Times)], now - length)
            : start;
        var description = First("DESCRIPTION")?.Text;
        var link = Addresses.Resolve(First("URL")?.Value, url);
        var changed = zones.Time(First("LAST-MODIFIED"))?.Instant;
        return new Item
        {
            Id = Id(First("UID")?.Text, First("RECURRENCE-ID")?.Value),
            Title = First("STATUS")?.Value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) ?? false ? Cancelled + title : title,
            Link = link ?? FirstLink(description),
            // DTSTAMP is no time of publication: many programs write the moment of the download.
            Published = zones.Time(First("CREATED"))?.Instant ?? changed,
            Updated = changed,
            Summary = Prose.Html(description),
            Authors = FeedFields.Names([First("ORGANIZER")?.Parameter("CN")]),
            Categories = FeedFields.Names(lines.Where(line => line.Name == "CATEGORIES").SelectMany(line => line.Texts).Select(FeedFields.Title)),
            Image = Addresses.Resolve((First("IMAGE") ?? lines.Find(line => line.Name == "ATTACH" && line.Parameter("FMTTYPE")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true))?.Value, url),
            Event = new EventInfo
            {
                Starts = starts.Instant,
                Ends = length > TimeSpan.Zero ? starts.Instant + length : null,
                IsAllDay = start.IsDay,
                Place = FeedFields.Title(First("LOCATION")?.Text),
                Registration = Registration(description),
            },
        };
    }

    private static string? Id(string? uid, string? recurrence) => uid is null ? null : recurrence is null ? uid : $"{uid}/{recurrence}";

    private static TimeSpan Length(CalendarTime start, ContentLine? end, ContentLine? duration, CalendarZones zones)
    {
        if (zones.Time(end) is { } ends)
            return ends.Instant > start.Instant ? ends.Instant - start.Instant : TimeSpan.Zero;
        if (duration is not null && CalendarTime.TryDuration(duration.Value, out var length))
            return length;
        return start.IsDay ? TimeSpan.FromDays(1) : TimeSpan.Zero;
    }

    private static string? FirstLink(string? description) => Link().Match(description ?? "") is { Success: true } match ? Addresses.Resolve(match.Value, null) : null;

    private static string? Registration(string? description) =>
        SignUp().Match(description ?? "") is { Success: true } match ? Addresses.Resolve(match.Groups["url"].Value, null) : null;

    [GeneratedRegex(@"https?://[^\s<>""')\]]{3,1000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:aanmeld|inschrij|meld je aan|schrijf je in|registr|registreer|tickets?\b|kaarten\b)[^\n]{0,200}?(?<url>https?://[^\s<>""')\]]{3,1000})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex SignUp();
}
