using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Insight;

/// <summary>What readers ask of a topic or source beside what it brings.</summary>
/// <param name="Reads">How often pieces of it were read; null if too few people did.</param>
/// <param name="Published">How many pieces came out in the period.</param>
public sealed record Coverage(string Name, string Link, int? Reads, int Published)
{
    public static async Task<IReadOnlyList<Coverage>> OfTopicsAsync(KioskDb db, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var (start, end) = (DutchTime.StartOf(from), DutchTime.StartOf(until));
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).Select(topic => new { Id = (long)topic.Id, topic.Name, topic.Slug }).ToListAsync(cancellation);
        var published = await db.ArticleTopics.Where(tag => tag.Article!.State == ArticleState.Visible && tag.Article.PublishedAt >= start && tag.Article.PublishedAt < end)
            .GroupBy(tag => tag.TopicId).Select(tags => new { tags.Key, Count = tags.Count() }).ToDictionaryAsync(tags => (long)tags.Key, tags => tags.Count, cancellation);
        var reads = await ReadsAsync(db, ReadSubject.Onderwerp, from, until, cancellation);
        return [.. topics.Select(topic => Of(topic.Name, Links.Topic(topic.Slug), topic.Id, reads, published))];
    }

    public static async Task<IReadOnlyList<Coverage>> OfSourcesAsync(KioskDb db, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var (start, end) = (DutchTime.StartOf(from), DutchTime.StartOf(until));
        var sources = await db.Sources.AsNoTracking().OrderBy(source => source.Name).Select(source => new { Id = (long)source.Id, source.Name, source.Slug }).ToListAsync(cancellation);
        var published = await db.Articles.Where(article => article.State == ArticleState.Visible && article.PublishedAt >= start && article.PublishedAt < end)
            .GroupBy(article => article.SourceId).Select(articles => new { articles.Key, Count = articles.Count() }).ToDictionaryAsync(articles => (long)articles.Key, articles => articles.Count, cancellation);
        var reads = await ReadsAsync(db, ReadSubject.Bron, from, until, cancellation);
        return [.. sources.Select(source => Of(source.Name, Links.Source(source.Slug), source.Id, reads, published)).Where(source => source.Published > 0 || source.Reads is not null)];
    }

    private static async Task<Dictionary<long, int>> ReadsAsync(KioskDb db, ReadSubject about, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        (await Crowd.SubjectsAsync(db, about, from, until, cancellation)).ToDictionary(count => count.Subject, count => count.Number);

    private static Coverage Of(string name, string link, long id, Dictionary<long, int> reads, Dictionary<long, int> published) =>
        new(name, link, reads.TryGetValue(id, out var number) ? number : null, published.GetValueOrDefault(id));
}
