using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Welkom;

/// <summary>What somebody may choose at her first visit.</summary>
/// <param name="Topics">All of the kiosk.</param>
/// <param name="ChosenTopics">Slugs of those that are chosen already.</param>
/// <param name="ChosenRole">Null if none is.</param>
public sealed record Choices(IReadOnlyList<TopicLink> Topics, IReadOnlySet<string> ChosenTopics, WorkRole? ChosenRole)
{
    public static async Task<Choices> ReadAsync(KioskDb db, DeviceChoice? chosen, CancellationToken cancellation) => new(
        await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).Select(topic => new TopicLink(topic.Slug, topic.Name)).ToListAsync(cancellation),
        (chosen?.Topics ?? []).ToHashSet(), chosen?.Role);
}
