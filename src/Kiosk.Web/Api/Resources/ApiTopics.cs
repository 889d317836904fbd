using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Topics;
using Kiosk.Web.Accounts;
using Kiosk.Web.Tagging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>The topics of the field, with the rules that tag articles with them.</summary>
public static class ApiTopics
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/topics", ListAsync).For(ApiScope.Read).WithSummary("Topics, in their order").Produces<ApiPage<ApiTopic>>();
        api.MapGet("/topics/{slug}", OneAsync).For(ApiScope.Read).WithSummary("One topic, by any slug that it has or had").Produces<ApiTopic>();
        api.MapPost("/topics", MakeAsync).For(ApiScope.Topics).WithSummary("Makes a topic").Produces<ApiTopic>(StatusCodes.Status201Created);
        api.MapPatch("/topics/{slug}", ChangeAsync).For(ApiScope.Topics).WithSummary("Changes a topic").AskForTag().Produces<ApiTopic>();
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await paging.AnswerAsync(http, db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Id), ApiTopic.Of, cancellation);
    }

    private static async Task<IResult> OneAsync(string slug, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await TopicBook.FindAsync(db, slug, cancellation) is { } topic ? Answer(http, topic) : Missing(slug);
    }

    private static async Task<IResult> MakeAsync(ApiTopicChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var form = sent.Over(new TopicForm());
        if (form.Problems(await TopicTree.ReadAsync(db, cancellation), self: null) is { Count: > 0 } problems)
            return ApiResources.Invalid(ApiTopicChange.Named(problems));
        var kept = form.ToKept(await TopicActs.FreeSlugAsync(db, form.WantedSlug, self: null, cancellation));
        var topic = await TopicActs.MakeAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), kept, cancellation);
        return Created(http, topic);
    }

    private static async Task<IResult> ChangeAsync(string slug, ApiTopicChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await TopicBook.FindAsync(db, slug, cancellation) is not { } topic)
            return Missing(slug);
        var form = sent.Over(TopicForm.Of(topic));
        if (form.Problems(await TopicTree.ReadAsync(db, cancellation), topic.Id) is { Count: > 0 } problems)
            return ApiResources.Invalid(ApiTopicChange.Named(problems));
        var kept = form.ToKept(await TopicActs.FreeSlugAsync(db, form.WantedSlug, topic.Id, cancellation));
        if (ApiTag.Version(mark) is not { } version
            || !await TopicActs.ChangeAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), topic.Id, version, kept, cancellation))
            return ApiTag.Overtaken("Somebody changed this topic since you read it.");
        return Answer(http, await db.Topics.AsNoTracking().SingleAsync(one => one.Id == topic.Id, cancellation));
    }

    /// <summary>The topic as the program saw it; or else why not.</summary>
    internal static async Task<(Topic? Topic, IResult? Refusal)> SeenAsync(KioskDb db, string slug, HttpContext http, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return (null, refusal);
        if (await TopicBook.FindAsync(db, slug, cancellation) is not { } topic)
            return (null, Missing(slug));
        return ApiTag.Version(mark) == topic.Version ? (topic, null) : (null, ApiTag.Overtaken("Somebody changed this topic since you read it."));
    }

    internal static Created<ApiTopic> Created(HttpContext http, Topic topic)
    {
        ApiTag.Set(http, KioskApi.Text(topic.Version));
        return TypedResults.Created($"/api/v1/topics/{topic.Slug}", ApiTopic.Of(topic));
    }

    internal static Ok<ApiTopic> Answer(HttpContext http, Topic topic)
    {
        ApiTag.Set(http, KioskApi.Text(topic.Version));
        return TypedResults.Ok(ApiTopic.Of(topic));
    }

    internal static ProblemHttpResult Missing(string slug) => ApiResources.NotFound($"There is no topic '{slug}'.");
}
