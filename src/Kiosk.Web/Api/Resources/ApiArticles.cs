using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Pages.Redactie.Bericht;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Articles as editors see them, in whatever state, and what they write themselves. One article, for everybody, is in <see cref="KioskApi"/>.</summary>
public static class ApiArticles
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/articles", ListAsync).For(ApiScope.Read).WithSummary("Articles, the latest change first").Produces<ApiPage<ApiArticleRow>>();
        api.MapPost("/articles", WriteAsync).For(ApiScope.Articles).WithSummary("Publishes a short text of the editors themselves").Produces<ApiArticleRow>(StatusCodes.Status201Created);
    }

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

    private static async Task<IResult> WriteAsync(ApiOwnPiece sent, HttpContext http, IDbContextFactory<KioskDb> archive, PublicAddress address, TimeProvider time, CancellationToken cancellation)
    {
        var editor = Visitor.Of(http.User)!;
        var form = OwnPieceForm.Read(sent.Title, sent.Text, sent.Author ?? editor.Signature);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var slugs = (sent.Topics ?? []).Distinct().ToList();
        var topics = await db.Topics.Where(topic => slugs.Contains(topic.Slug)).Select(topic => topic.Id).ToListAsync(cancellation);
        var problems = ApiOwnPiece.Problems(form).ToList();
        if (topics.Count != slugs.Count)
            problems.Add(KeyValuePair.Create("topics", "There is no such topic."));
        if (problems.Count > 0)
            return ApiResources.Invalid(problems);
        var id = await form.WriteAsync(db, editor.Batch(time.GetUtcNow()), topics, address, cancellation);
        var made = ApiArticleRow.Shown(await db.Articles.AsNoTracking().Where(article => article.Id == id).Select(ApiArticleRow.Projection).SingleAsync(cancellation));
        ApiTag.Set(http, KioskApi.Text(made.Version));
        return TypedResults.Created(made.Link, made);
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

/// <param name="Title">One line.</param>
/// <param name="Text">Plain; a blank line starts a paragraph.</param>
/// <param name="Author">Who signs it; the name of the token's owner if none is sent.</param>
/// <param name="Topics">Slugs.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiOwnPiece(string? Title = null, string? Text = null, string? Author = null, IReadOnlyList<string>? Topics = null)
{
    internal static IEnumerable<KeyValuePair<string, string>> Problems(OwnPieceForm form)
    {
        if (!form.HasTitle)
            yield return KeyValuePair.Create("title", $"From 1 to {OwnPieceForm.LongestTitle} characters.");
        if (!form.HasText)
            yield return KeyValuePair.Create("text", $"From 1 to {OwnPieceForm.LongestText} characters.");
        if (!form.HasAuthor)
            yield return KeyValuePair.Create("author", $"From 1 to {OwnPieceForm.LongestAuthor} characters.");
    }
}
