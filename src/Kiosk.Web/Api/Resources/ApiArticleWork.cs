using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Corrections of articles, their topics, whether readers see them, and mergers: by the same classes as at the desk.</summary>
public static class ApiArticleWork
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPatch("/articles/{id:long}", ChangeAsync).For(ApiScope.Articles).WithSummary("Corrects, tags, hides, shows or withdraws an article").AskForTag().Produces(StatusCodes.Status204NoContent);
        api.MapPost("/articles/{id:long}/mergers", MergeAsync).For(ApiScope.Articles).WithSummary("Lets an article go into another that says the same").AskForTag().Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> MergeAsync(long id, ApiMerger sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        if (ApiTag.Version(mark) is not { } version)
            return Outdated();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await ArticleMerging.MergeAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), new ArticleRef(sent.Into, Version: null), new ArticleRef(id, version), cancellation) switch
        {
            WorkOutcome.Done => TypedResults.NoContent(),
            WorkOutcome.Outdated => Outdated(),
            WorkOutcome.NotFound => ApiResources.NotFound("There is no such article."),
            _ => ApiResources.Invalid([KeyValuePair.Create("into", "An article goes into another one that did not itself go into one.")]),
        };
    }

    private static async Task<IResult> ChangeAsync(long id, ApiArticleChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        if (sent.Problems(time.GetUtcNow()) is { Count: > 0 } problems)
            return ApiResources.Invalid(problems);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Articles.AsNoTracking().Where(article => article.Id == id).Select(article => article.Url).SingleOrDefaultAsync(cancellation) is not { } url)
            return ApiResources.NotFound("There is no such article.");
        if (ApiTag.Version(mark) is not { } version)
            return Outdated();
        var batch = Visitor.Of(http.User)!.Batch(time.GetUtcNow());
        var which = new ArticleRef(id, version);
        var outcome = sent.HasWords ? await ArticleCorrecting.CorrectAsync(db, batch, which, sent.Words(new Uri(url)), cancellation)
            : sent.Topics is { } topics ? await TagAsync(db, batch, which, topics, cancellation)
            : await SetAsync(db, batch, which, sent, cancellation);
        return outcome switch
        {
            WorkOutcome.Done or WorkOutcome.Unchanged => await AnswerAsync(http, db, id, cancellation),
            WorkOutcome.Outdated => Outdated(),
            WorkOutcome.NotFound => ApiResources.Invalid([KeyValuePair.Create("topics", "There is no such topic.")]),
            _ => ApiResources.Invalid([KeyValuePair.Create("article", "This cannot be done to an article that went into another.")]),
        };
    }

    private static Task<WorkOutcome> SetAsync(KioskDb db, ActBatch batch, ArticleRef which, ApiArticleChange sent, CancellationToken cancellation) => sent.State switch
    {
        "visible" => ArticleStanding.PublishAsync(db, batch, which, cancellation),
        "hidden" => ArticleStanding.HideAsync(db, batch, which, cancellation),
        _ => ArticleStanding.WithdrawAsync(db, batch, which, sent.Reason!.Trim(), cancellation),
    };

    /// <summary>The topics that are sent are all that it has from now on.</summary>
    private static async Task<WorkOutcome> TagAsync(KioskDb db, ActBatch batch, ArticleRef which, IReadOnlyList<string> slugs, CancellationToken cancellation)
    {
        var wanted = await db.Topics.Where(topic => slugs.Contains(topic.Slug)).Select(topic => topic.Id).ToListAsync(cancellation);
        if (wanted.Count != slugs.Distinct().Count())
            return WorkOutcome.NotFound;
        var has = await db.ArticleTopics.Where(link => link.ArticleId == which.Id).Select(link => link.TopicId).ToListAsync(cancellation);
        return await ArticleTagging.TagAsync(db, batch, which, [.. wanted.Except(has)], [.. has.Except(wanted)], cancellation);
    }

    private static async Task<NoContent> AnswerAsync(HttpContext http, KioskDb db, long id, CancellationToken cancellation)
    {
        var version = await db.Articles.Where(article => article.Id == id).Select(article => article.Version).SingleAsync(cancellation);
        ApiTag.Set(http, KioskApi.Text(version));
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Outdated() => ApiTag.Overtaken("Somebody, or its source, changed this article since you read it.");
}

/// <param name="Into">The article that stays, with all that both have.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiMerger(long Into);
