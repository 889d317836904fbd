using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>The visits to sources.</summary>
public static class ApiHarvestRuns
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/harvest-runs", ListAsync).For(ApiScope.Read).WithSummary("Visits to sources, the latest first").Produces<ApiPage<ApiHarvestRun>>();

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, [FromQuery(Name = "source")] string? source, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var runs = db.HarvestRuns.AsNoTracking().Include(run => run.Source).AsQueryable();
        if (!string.IsNullOrEmpty(source))
            runs = runs.Where(run => run.Source!.Slug == source);
        return await paging.AnswerAsync(http, runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id), ApiHarvestRun.Of, cancellation);
    }
}

/// <param name="Message">In Dutch.</param>
public sealed record ApiHarvestRun(long Id, ApiSource Source, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, string Outcome, string Message, int? HttpStatus, long Bytes, int ItemsSeen, int ItemsNew, int ItemsChanged)
{
    public static ApiHarvestRun Of(HarvestRun run) => new(
        run.Id, new ApiSource(run.Source!.Slug, run.Source.Name), run.StartedAt, run.FinishedAt, Names.Of(run.Outcome), run.Message, run.HttpStatus, run.Bytes, run.ItemsSeen, run.ItemsNew, run.ItemsChanged);
}
