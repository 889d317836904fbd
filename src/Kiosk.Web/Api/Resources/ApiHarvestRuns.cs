using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Ingest.Harvesting;
using Kiosk.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>The visits to sources, and asking for one.</summary>
public static class ApiHarvestRuns
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/harvest-runs", ListAsync).For(ApiScope.Read).WithSummary("Visits to sources, the latest first").Produces<ApiPage<ApiHarvestRun>>();
        api.MapPost("/harvest-runs", AskAsync).For(ApiScope.Sources).WithSummary("Has a source visited soon, mostly within half a minute; the visit is in the list once it is over").Produces<ApiHarvestRequest>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, [FromQuery(Name = "source")] string? source, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var runs = db.HarvestRuns.AsNoTracking().Include(run => run.Source).AsQueryable();
        if (!string.IsNullOrEmpty(source))
            runs = runs.Where(run => run.Source!.Slug == source);
        return await paging.AnswerAsync(http, runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id), ApiHarvestRun.Of, cancellation);
    }

    private static async Task<IResult> AskAsync(ApiHarvestRequest sent, HttpContext http, IDbContextFactory<KioskDb> archive, SourceControl control, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Sources.AsNoTracking().SingleOrDefaultAsync(source => source.Slug == sent.Source && source.MergedInto == null, cancellation) is not { } source)
            return ApiResources.Invalid([KeyValuePair.Create("source", "A source that there is.")]);
        if (ApiSourceState.StateOf(source) != ApiSourceState.Active)
            return ApiResources.Conflict("This source is off, paused or retired. Change its state first.");
        if (await control.HarvestSoonAsync(source.Id, cancellation) is { } until)
        {
            Faults.ComeBackAfter(http.Response, until - time.GetUtcNow());
            return ApiResources.Conflict("The site of this source asked to be left alone for a while.");
        }

        return TypedResults.Accepted($"/api/v1/harvest-runs?source={source.Slug}", new ApiHarvestRequest(source.Slug));
    }
}

/// <param name="Source">The slug of a source.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiHarvestRequest(string? Source = null);

/// <param name="Message">In Dutch.</param>
public sealed record ApiHarvestRun(long Id, ApiSource Source, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, string Outcome, string Message, int? HttpStatus, long Bytes, int ItemsSeen, int ItemsNew, int ItemsChanged)
{
    public static ApiHarvestRun Of(HarvestRun run) => new(
        run.Id, new ApiSource(run.Source!.Slug, run.Source.Name), run.StartedAt, run.FinishedAt, Names.Of(run.Outcome), run.Message, run.HttpStatus, run.Bytes, run.ItemsSeen, run.ItemsNew, run.ItemsChanged);
}
