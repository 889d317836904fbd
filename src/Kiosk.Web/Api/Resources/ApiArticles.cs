using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Articles as editors see them, in whatever state. One article, for everybody, is in <see cref="KioskApi"/>.</summary>
public static class ApiArticles
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/articles", ListAsync).For(ApiScope.Read).WithSummary("Articles, the latest change first").Produces<ApiPage<ApiArticleRow>>();

    private static async Task<IResult> ListAsync(
        [AsParameters] ApiPaging paging, [FromQuery(Name = "state")] string? state, [FromQuery(Name = "source")] string? source, [FromQuery(Name = "topic")] string? topic, [FromQuery(Name = "kind")] string? kind,
        HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        var problems = new Dictionary<string, string>();
        var (chosen, sort) = (Named<ArticleState>("state", state, problems), Named<ArticleKind>("kind", kind, problems));
        if (problems.Count > 0)
            return ApiResources.Invalid(problems);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var articles = db.Articles.AsNoTracking().AsSplitQuery(); // In one, SQLite joins all tags of the archive with all topics first.
        if (chosen is { } one)
            articles = articles.Where(article => article.State == one);
        if (sort is { } given)
            articles = articles.Where(article => article.Kind == given);
        if (!string.IsNullOrEmpty(source))
            articles = articles.Where(article => article.Source!.Slug == source);
        if (!string.IsNullOrEmpty(topic))
            articles = articles.Where(article => article.Topics.Any(link => link.Topic!.Slug == topic));
        return await paging.AnswerAsync(http, articles.OrderByDescending(article => article.ChangedAt).ThenByDescending(article => article.Id).Select(ApiArticleRow.Projection), ApiArticleRow.Shown, cancellation);
    }

    /// <summary>A value by its name; null if none was given, and a problem if it is no such name.</summary>
    internal static T? Named<T>(string parameter, string? name, Dictionary<string, string> problems) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(name))
            return null;
        if (Names.TryParse<T>(name, out var value))
            return value;
        problems[parameter] = $"One of {string.Join(", ", Names.All<T>())}.";
        return null;
    }
}
