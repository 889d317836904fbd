using Kiosk.Data;
using Kiosk.Data.Annotations;
using Kiosk.Search;
using Kiosk.Search.Queries;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Annotations;

/// <summary>An annotation of a reader among all others of hers.</summary>
/// <param name="IsReadable">Whether its article can be opened; what she marked stays hers when it is withdrawn.</param>
public sealed record MyAnnotation(Annotation Annotation, string Title, string Url, string SourceName, DateTimeOffset PublishedAt, bool IsReadable)
{
    public string Link => $"{Links.Article(Annotation.ArticleId, Title)}#{(Annotation.Exact.Length > 0 ? Marking.MarkId(Annotation) : Marking.ListId(Annotation))}";

    /// <summary>All of hers that answer the question, by article; the article that she last wrote in comes first.</summary>
    /// <param name="question">In the query language of the search page, over passage, note and title; empty for all.</param>
    public static async Task<IReadOnlyList<IGrouping<long, MyAnnotation>>> ReadAsync(KioskDb db, Guid user, string question, CancellationToken cancellation)
    {
        var all = await db.Annotations.AsNoTracking().Where(one => one.UserId == user && one.RemovedAt == null).OrderBy(one => one.Id)
            .Select(one => new MyAnnotation(one, one.Article!.Title, one.Article.Url, one.Article.Source!.Name, one.Article.PublishedAt, one.Article.State == ArticleState.Visible))
            .ToListAsync(cancellation);
        if (question.Length > 0)
        {
            var query = Query.Parse(question);
            all = [.. all.Where(one => query.Matches(one.ToSearch()))];
        }

        return [.. all.GroupBy(one => one.Annotation.ArticleId).OrderByDescending(group => group.Max(one => one.Annotation.ChangedAt)).ThenByDescending(group => group.Key)];
    }

    private IndexedArticle ToSearch() => new()
    {
        Id = Annotation.Id,
        Title = Title,
        Lead = Annotation.Note,
        Body = Annotation.Exact,
        Url = Url,
        Published = PublishedAt,
        SourceName = SourceName,
    };
}
