using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Reading;

/// <summary>One article with as much of its text as its source lets us show, for the page and the API alike.</summary>
public sealed record ArticleView
{
    /// <summary>Enough for an excerpt where an article has no lead.</summary>
    private const int OpeningLength = 1500;

    public required ArticleCard Card { get; init; }

    public required ArticleState State { get; init; }

    public required string? StateReason { get; init; }

    /// <summary>The article that took its place; null unless it was merged.</summary>
    public required long? MergedInto { get; init; }

    public required string Url { get; init; }

    public required string? SourceSite { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required bool PublishedIsGuess { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Clean HTML of the whole text; empty if there is none or the source does not allow it.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>Where the picture above the piece stands; null if there is none, the source does not allow it, or the text holds it already.</summary>
    public required string? PictureUrl { get; init; }

    /// <summary>What may stand in for the text where <see cref="BodyHtml"/> is empty; may be empty itself.</summary>
    public required string Excerpt { get; init; }

    /// <summary>The report as a file; null if there is none.</summary>
    public required string? DocumentUrl { get; init; }

    /// <summary>The table of contents of a report whose text is shown; else empty.</summary>
    public required IReadOnlyList<Chapter> Chapters { get; init; }

    public required IReadOnlyList<TopicLink> Topics { get; init; }

    /// <summary>What it rests on; null if that is not known.</summary>
    public required Evidence? Evidence { get; init; }

    public required IReadOnlyList<Phase> Phases { get; init; }

    public required IReadOnlyList<WorkRole> Roles { get; init; }

    public required MovisieLevel? Movisie { get; init; }

    /// <summary>The articles of law that it is about, by key.</summary>
    public required IReadOnlyList<string> Laws { get; init; }

    /// <summary>The municipalities that it is about, by slug.</summary>
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary>The article that takes its place in what it says; null if none does.</summary>
    public required long? ReplacedBy { get; init; }

    /// <summary>The first day on which it holds; null if that is not known.</summary>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it holds; null if it has no end.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>Null if there is no such article. Whether it is visible is for the caller to see.</summary>
    public static async Task<ArticleView?> FindAsync(KioskDb db, long id, CancellationToken cancellation)
    {
        var row = await db.Articles.AsNoTracking().Where(article => article.Id == id).Select(article => new
        {
            Card = new ArticleCard(article.Id, article.Title, article.Lead, article.Kind, article.PublishedAt, article.WordCount, article.Language,
                article.SourceId, article.Source!.Slug, article.Source.Name, article.Source.Rights, article.Event, article.StoryId, article.Cover),
            article.State,
            article.StateReason,
            article.MergedInto,
            article.Url,
            article.Source.SiteUrl,
            article.Authors,
            article.PublishedIsGuess,
            article.UpdatedAt,
            article.FirstSeenAt,
            article.Lead,
            article.BodyHtml,
            article.ImageUrl,
            article.DocumentUrl,
            article.Evidence,
            About = new { article.Phases, article.Roles, article.MovisieLevel, article.Laws, article.Municipalities },
            article.ReplacedBy,
            article.ValidFrom,
            article.ValidUntil,
            article.PageStarts,
            article.Chapters,
            Pages = article.PageStarts.Count > 0 ? article.BodyText : "", // Only where pages are to be marked in it.
            Opening = article.BodyText.Substring(0, OpeningLength),
        }).SingleOrDefaultAsync(cancellation);
        if (row is null)
            return null;
        return new ArticleView
        {
            Card = row.Card,
            State = row.State,
            StateReason = row.StateReason,
            MergedInto = row.MergedInto,
            Url = row.Url,
            SourceSite = row.SiteUrl,
            Authors = row.Authors,
            PublishedIsGuess = row.PublishedIsGuess,
            UpdatedAt = row.UpdatedAt,
            FirstSeenAt = row.FirstSeenAt,
            PictureUrl = ArticleBody.HasPicture(row.BodyHtml) ? null : ReadingRights.Picture(row.Card.Rights, row.ImageUrl),
            BodyHtml = ReadingRights.Body(row.Card.Rights, row.PageStarts.Count > 1 ? ReportPages.Marked(row.Pages, row.PageStarts) : row.BodyHtml),
            Chapters = row.Card.Rights == Rights.Full ? Chapter.OfReport(row.Chapters, row.PageStarts.Count) : [],
            DocumentUrl = row.DocumentUrl,
            Evidence = row.Evidence,
            Phases = row.About.Phases,
            Roles = row.About.Roles,
            Movisie = row.About.MovisieLevel,
            Laws = row.About.Laws,
            Municipalities = row.About.Municipalities,
            ReplacedBy = row.ReplacedBy,
            ValidFrom = row.ValidFrom,
            ValidUntil = row.ValidUntil,
            Excerpt = ReadingRights.Excerpt(row.Card.Rights, row.Lead, row.Opening),
            Topics = await TopicsAsync(db, id, cancellation),
        };
    }

    /// <summary>By itself: as a part of the other query, SQLite joins all tags of the archive with all topics first.</summary>
    private static Task<List<TopicLink>> TopicsAsync(KioskDb db, long id, CancellationToken cancellation) =>
        db.ArticleTopics.AsNoTracking().Where(link => link.ArticleId == id)
            .OrderBy(link => link.Topic!.Position).Select(link => new TopicLink(link.Topic!.Slug, link.Topic.Name)).ToListAsync(cancellation);
}
