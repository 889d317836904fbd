using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>The topics of the field, with the rules that tag articles with them.</summary>
public static class ApiTopics
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/topics", ListAsync).For(ApiScope.Read).WithSummary("Topics, in their order").Produces<ApiPage<ApiTopic>>();
        api.MapGet("/topics/{slug}", OneAsync).For(ApiScope.Read).WithSummary("One topic").Produces<ApiTopic>();
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await paging.AnswerAsync(http, db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Id), ApiTopic.Of, cancellation);
    }

    private static async Task<IResult> OneAsync(string slug, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.Topics.AsNoTracking().SingleOrDefaultAsync(topic => topic.Slug == slug, cancellation) is { } topic
            ? TypedResults.Ok(ApiTopic.Of(topic))
            : ApiResources.NotFound($"There is no topic '{slug}'.");
    }
}

/// <param name="Rule">A query; articles that it matches get this topic. Null: tagged by hand or by source only.</param>
public sealed record ApiTopic(string Slug, string Name, string? Rule, string? Description)
{
    public static ApiTopic Of(Topic topic) => new(topic.Slug, topic.Name, topic.Rule, topic.Description);
}
