using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>An event as schema.org's properties give it, all as text.</summary>
internal sealed record SchemaEvent
{
    private static readonly FeedFields Fields = new(null, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Url { get; init; }

    public string? Start { get; init; }

    public string? End { get; init; }

    public string? Description { get; init; }

    /// <summary>Name and address of where it is, in that order, or the address of a meeting online.</summary>
    public IReadOnlyList<string?> Place { get; init; } = [];

    public string? Offer { get; init; }

    public string? Image { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string?> Organizers { get; init; } = [];

    /// <summary>Null without a name or a start that can be read.</summary>
    public Item? ToItem(Uri? page)
    {
        if (FeedFields.Title(Name) is not { } name || Fields.Date([Start]) is not { } starts)
            return null;
        var isDay = Start!.Trim().Length <= 10;
        var isCancelled = Status?.EndsWith("EventCancelled", StringComparison.OrdinalIgnoreCase) ?? false;
        return new Item
        {
            // A page that lists several events without addresses of their own must not make them one.
            Id = Addresses.Resolve(Id, page) ?? Addresses.Resolve(Url, page) ?? $"{name} ({Start!.Trim()})",
            Title = isCancelled ? ICalendar.Cancelled + name : name,
            Link = Addresses.Resolve(Url, page) ?? page?.AbsoluteUri,
            Summary = Prose.Html(Description),
            Authors = FeedFields.Names(Organizers.Select(FeedFields.Title).Distinct()),
            Image = Addresses.Resolve(Image, page),
            Event = new EventInfo
            {
                Starts = starts,
                Ends = Ending(starts, isDay),
                IsAllDay = isDay,
                IsCancelled = isCancelled,
                Place = FeedFields.Title(string.Join(", ", Place.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct())),
                Registration = Addresses.Resolve(Offer, page),
            },
        };
    }

    private DateTimeOffset? Ending(DateTimeOffset starts, bool isDay)
    {
        if (Fields.Date([End]) is not { } ends)
            return isDay ? CalendarTime.NextDay(starts) : null;
        if (End!.Trim().Length <= 10)
            ends = CalendarTime.NextDay(ends);
        return ends > starts ? ends : null;
    }
}
