using System.Globalization;
using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Feeds;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>Digests as feeds: of all topics, and of each. An entry is a digest of a week with the titles that were in it.</summary>
internal static class DigestFeeds
{
    private const int MostDigests = 26;

    public static void MapDigestFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/weekbrief/bestand/{name}", (string name, HttpContext http, IDbContextFactory<KioskDb> archive, PublicAddress address, FeedAnswer answer, CancellationToken cancellation) => GetAsync(null, name, http, archive, address, answer, cancellation));
        routes.MapGet("/weekbrief/onderwerp/{slug}/bestand/{name}", GetAsync);
    }

    private static async Task<IResult> GetAsync(string? slug, string name, HttpContext http, IDbContextFactory<KioskDb> archive, PublicAddress address, FeedAnswer answer, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topic = slug is null ? null : await db.Topics.AsNoTracking().SingleOrDefaultAsync(topic => topic.Slug == slug, cancellation);
        if (slug is not null && topic is null)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        var entries = await EntriesAsync(db, topic, address, cancellation);
        var home = slug is null ? DigestLinks.Archive : DigestLinks.Topic(slug);
        var feed = new OutFeed(
            topic is null ? "De weekbrieven van de Kiosk" : $"Weekbrieven over {topic.Name}", "Wat er in de weekbrief van de Kiosk stond.",
            address.Of(home), address.Of($"{home}/bestand/{name}"), entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries[0].Updated, entries);
        return answer.Of(http, name, feed);
    }

    private static async Task<List<OutEntry>> EntriesAsync(KioskDb db, Topic? topic, PublicAddress address, CancellationToken cancellation)
    {
        var only = topic?.Id;
        var pieces = db.DigestPieces.AsNoTracking().Where(piece => piece.PublishedAt != null && piece.Article!.State == ArticleState.Visible && (only == null || piece.TopicId == only));
        var digests = await db.Digests.AsNoTracking().Where(digest => digest.PublishedAt != null && pieces.Any(piece => piece.DigestId == digest.Id))
            .OrderByDescending(digest => digest.Week).Take(MostDigests).ToListAsync(cancellation);
        var ids = digests.Select(digest => digest.Id).ToList();
        var titles = (await pieces.Where(piece => ids.Contains(piece.DigestId)).OrderBy(piece => piece.Topic!.Position).ThenBy(piece => piece.TopicId).ThenBy(piece => piece.Position)
            .Select(piece => new { piece.DigestId, Topic = piece.Topic!.Name, piece.Article!.Title, piece.PublishedAt }).ToListAsync(cancellation)).ToLookup(row => row.DigestId);
        return [.. digests.Select(digest => new OutEntry(
            address.Of(DigestLinks.Of(digest.Week)).AbsoluteUri, string.Create(CultureInfo.InvariantCulture, $"Weekbrief {DigestCalendar.Number(digest.Week)}{(topic is null ? "" : $": {topic.Name}")}"),
            address.Of(DigestLinks.Of(digest.Week) + (topic is null ? "" : "#" + topic.Slug)), digest.PublishedAt!.Value, titles[digest.Id].Max(row => row.PublishedAt!.Value), ["de Kiosk"],
            [.. titles[digest.Id].Select(row => row.Topic).Distinct()], Summary(digest.Introduction, [.. titles[digest.Id].Select(row => row.Title).Distinct()]), "", "nl"))];
    }

    private static string Summary(string introduction, IReadOnlyList<string> titles) =>
        string.Join("\n", [.. introduction.Length > 0 ? [introduction] : Array.Empty<string>(), .. titles]);
}
