using System.Globalization;
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
        var components = Newest(Components(lines).Select(component => new Component(component)));
        var replaced = components.Where(component => component.Recurrence is not null).ToLookup(component => component.Uid, component => component.First("RECURRENCE-ID"));
        var isCancelled = lines.Any(line => line.Name == "METHOD" && line.Value.Equals("CANCEL", StringComparison.OrdinalIgnoreCase));
        return [.. components.Select(component => Event(component, replaced[component.Uid], isCancelled, zones, url, now)).OfType<Item>()];
    }

    /// <summary>A calendar may hold several versions of an event: the one with the highest SEQUENCE counts, of equals the last.</summary>
    private static List<Component> Newest(IEnumerable<Component> components) =>
        [.. components.Select((component, place) => (component, place))
            .GroupBy(each => each.component.Id ?? each.place.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .Select(versions => versions.MaxBy(each => (each.component.Sequence, each.place)).component)];

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

    private static Item? Event(Component component, IEnumerable<ContentLine?> replaced, bool isCancelled, CalendarZones zones, Uri? url, DateTimeOffset now)
    {
        ContentLine? First(string name) => component.First(name);
        if (FeedFields.Title(First("SUMMARY")?.Text) is not { } title || zones.Time(First("DTSTART")) is not { } start)
            return null;
        var length = Length(start, First("DTEND"), First("DURATION"), zones);
        // A time that was moved or cancelled by itself is an event of its own.
        var starts = First("RRULE") is { } rule
            ? Recurrence.Next(rule.Value, start, [.. component.Lines.Where(line => line.Name == "EXDATE").SelectMany(zones.Times), .. replaced.Select(zones.Time).OfType<CalendarTime>()], now - length)
            : start;
        var description = First("DESCRIPTION")?.Text;
        var link = Addresses.Resolve(First("URL")?.Value, url);
        var changed = zones.Time(First("LAST-MODIFIED"))?.Instant;
        isCancelled |= First("STATUS")?.Value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) ?? false;
        return new Item
        {
            Id = component.Id,
            Title = isCancelled ? Cancelled + title : title,
            Link = link ?? FirstLink(description),
            // DTSTAMP is no time of publication: many programs write the moment of the download.
            Published = zones.Time(First("CREATED"))?.Instant ?? changed,
            Updated = changed,
            Summary = Prose.Html(description),
            Authors = FeedFields.Names([First("ORGANIZER")?.Parameter("CN")]),
            Categories = FeedFields.Names(component.Lines.Where(line => line.Name == "CATEGORIES").SelectMany(line => line.Texts).Select(FeedFields.Title)),
            Image = Addresses.Resolve((First("IMAGE") ?? component.Lines.Find(line => line.Name == "ATTACH" && line.Parameter("FMTTYPE")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true))?.Value, url),
            Event = new EventInfo
            {
                Starts = starts.Instant,
                Ends = length > TimeSpan.Zero ? starts.After(length) : null,
                IsAllDay = start.IsDay,
                IsCancelled = isCancelled,
                Place = FeedFields.Title(First("LOCATION")?.Text),
                Registration = Registration(description),
            },
        };
    }

    private static TimeSpan Length(CalendarTime start, ContentLine? end, ContentLine? duration, CalendarZones zones)
    {
        if (zones.Time(end) is { IsDay: true } day && start.IsDay)
            return day.Clock > start.Clock ? day.Clock - start.Clock : TimeSpan.FromDays(1);
        if (zones.Time(end) is { } ends)
            return ends.Instant > start.Instant ? ends.Instant - start.Instant : TimeSpan.Zero;
        if (duration is not null && CalendarTime.TryDuration(duration.Value, out var length))
            return length;
        return start.IsDay ? TimeSpan.FromDays(1) : TimeSpan.Zero;
    }

    /// <summary>The lines of one VEVENT.</summary>
    private sealed record Component(List<ContentLine> Lines)
    {
        public string? Uid { get; } = Lines.Find(line => line.Name == "UID" && line.Value.Length > 0)?.Text;

        /// <summary>Which time of a repeating event this is about; null if it is about all, or nothing repeats.</summary>
        public string? Recurrence { get; } = Lines.Find(line => line.Name == "RECURRENCE-ID" && line.Value.Length > 0)?.Value;

        public string? Id => Uid is null ? null : Recurrence is null ? Uid : $"{Uid}/{Recurrence}";

        public int Sequence => int.TryParse(First("SEQUENCE")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

        public ContentLine? First(string name) => Lines.Find(line => line.Name == name && line.Value.Length > 0);
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
