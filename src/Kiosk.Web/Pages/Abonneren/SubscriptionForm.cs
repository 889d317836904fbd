using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Reading;
using Kiosk.Web.Subscribing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Abonneren;

/// <summary>The fields of a subscription as a form sends them.</summary>
public sealed class SubscriptionForm
{
    /// <summary>Slugs of topics.</summary>
    [FromForm(Name = "onderwerp")]
    public string[] Topics { get; set; } = [];

    [FromForm(Name = "dag")]
    public string? Day { get; set; }

    [FromForm(Name = "ritme")]
    public string? Rhythm { get; set; }

    [FromForm(Name = "lengte")]
    public int? Size { get; set; }

    [FromForm(Name = "vorm")]
    public string? Form { get; set; }

    /// <summary>What it says; null if it names no topic that there is. What is missing or unknown elsewhere is as usual.</summary>
    public async Task<Subscription?> ReadAsync(KioskDb db, CancellationToken cancellation)
    {
        var topics = await db.Topics.AsNoTracking().Where(topic => Topics.Contains(topic.Slug)).Select(topic => topic.Id).ToListAsync(cancellation);
        return topics.Count == 0 ? null : new Subscription(
            topics,
            DutchTime.WeekdayOf(Day) is { } day && Digests.DigestCalendar.Weekdays.Contains(day) ? day : Subscription.UsualDay,
            Names.TryParse<Rhythm>(Rhythm, out var rhythm) ? rhythm : Data.Digests.Rhythm.Week,
            Size is { } size && Subscription.Sizes.Contains(size) ? size : Subscriber.LongLetter,
            Form == "tekst");
    }

    /// <summary>The form of somebody who has a subscription.</summary>
    public static SubscriptionForm Of(Subscriber subscriber) => new()
    {
        Topics = [.. subscriber.Topics.Select(link => link.Topic!.Slug)],
        Day = DutchTime.Weekday(subscriber.Weekday),
        Rhythm = Names.Of(subscriber.Rhythm),
        Size = subscriber.Size,
        Form = subscriber.PlainText ? "tekst" : "opgemaakt",
    };
}

/// <summary>What the form is drawn with.</summary>
/// <param name="Topics">All that there are, in order.</param>
/// <param name="HasLength">Whether length and form of the letter are asked too.</param>
public sealed record SubscriptionFields(SubscriptionForm Form, IReadOnlyList<Topic> Topics, bool HasLength, bool LacksTopics);
