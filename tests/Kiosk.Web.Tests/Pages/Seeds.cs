using Kiosk.Data;

namespace Kiosk.Web.Tests.Pages;

/// <summary>Short ways to make what a test puts in the archive.</summary>
public static class Seeds
{
    public static Source Source(string slug, Rights rights = Rights.Excerpt, ArticleKind kind = ArticleKind.Nieuws, string? name = null) => new()
    {
        Slug = slug,
        Name = name ?? slug,
        Url = $"https://{slug}.example/feed",
        Kind = kind,
        Rights = rights,
        NextCheckAt = TestKiosk.Now.AddHours(1),
        LastCheckedAt = TestKiosk.Now.AddMinutes(-20),
        LastSuccessAt = TestKiosk.Now.AddMinutes(-20),
        LastOutcome = HarvestOutcome.Harvested,
        LastMessage = "Drie nieuwe stukken.",
    };

    public static Article Article(Source source, string title, double daysOld = 0.1, string lead = "", string body = "", ArticleKind? kind = null) => new()
    {
        Source = source,
        Kind = kind ?? source.Kind,
        Title = title,
        Lead = lead,
        BodyHtml = body,
        BodyText = body.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "\n", StringComparison.Ordinal),
        Url = $"https://{source.Slug}.example/{Guid.NewGuid():N}",
        PublishedAt = TestKiosk.Now.AddDays(-daysOld),
        FirstSeenAt = TestKiosk.Now.AddDays(-daysOld).AddMinutes(15),
        ChangedAt = TestKiosk.Now.AddDays(-daysOld).AddMinutes(15),
        ContentHash = "00",
        WordCount = body.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
    };

    public static Topic Topic(string slug, int position = 0) => new() { Slug = slug, Name = char.ToUpperInvariant(slug[0]) + slug[1..], Position = position };

    public static Article With(this Article article, params ReadOnlySpan<Topic> topics)
    {
        foreach (var topic in topics)
            article.Topics.Add(new ArticleTopic { Topic = topic, TaggedBy = TaggedBy.Rule, TaggedAt = TestKiosk.Now });
        return article;
    }
}
