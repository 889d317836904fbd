using Kiosk.Data;
using Kiosk.Search;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Indexing;

/// <summary>Articles of the archive as the index knows them.</summary>
public static class IndexedArticles
{
    /// <summary>In no particular order, unless the query has one.</summary>
    public static async Task<List<IndexedArticle>> ReadAsync(KioskDb db, IQueryable<Article> articles, CancellationToken cancellation)
    {
        // In one query, SQLite joins all tags of the archive with all topics first, for a single article too.
        var rows = await articles.AsNoTracking().AsSplitQuery()
            .Select(article => new
            {
                article.Id,
                article.Title,
                article.Lead,
                article.BodyText,
                article.Url,
                article.PublishedAt,
                article.Kind,
                article.Authors,
                article.Phases,
                article.Roles,
                article.Evidence,
                article.ValidFrom,
                article.ValidUntil,
                article.Municipalities,
                article.Laws,
                article.ReplacedBy,
                article.PageStarts,
                article.StoryId,
                // Once picked, always recommended; the period of a pick is about the front page.
                IsPick = db.Picks.Any(pick => pick.ArticleId == article.Id),
                article.Source!.Rights,
                Source = article.Source!.Slug,
                SourceName = article.Source.Name,
                Topics = article.Topics.Select(tag => new { tag.Topic!.Slug, tag.Topic.Name }).ToList(),
            })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new IndexedArticle
        {
            Id = row.Id,
            Title = row.Title,
            Lead = row.Lead,
            Body = row.BodyText,
            Url = row.Url,
            Published = row.PublishedAt,
            Kind = Names.Of(row.Kind),
            Source = row.Source,
            SourceName = row.SourceName,
            Topics = [.. row.Topics.Select(topic => topic.Slug)],
            TopicNames = [.. row.Topics.Select(topic => topic.Name)],
            Authors = row.Authors,
            Phases = [.. row.Phases.Select(Names.Of)],
            Roles = [.. row.Roles.Select(Names.Of)],
            Evidence = row.Evidence is { } evidence ? Names.Of(evidence) : "",
            Rights = Names.Of(row.Rights),
            ValidFrom = row.ValidFrom,
            ValidUntil = row.ValidUntil,
            Municipalities = row.Municipalities,
            Laws = [.. row.Laws.Select(law => law.Split('/')[0]).Distinct()],
            SupersededBy = row.ReplacedBy,
            PageStarts = row.PageStarts,
            StoryId = row.StoryId,
            IsPick = row.IsPick,
        })];
    }
}
