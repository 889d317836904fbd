using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Merging;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Accounts;
using Kiosk.Web.Pages.Redactie.Bronbeheer;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Sources: what they are and how they do, made and changed as on the desk.</summary>
public static class ApiSources
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/sources", ListAsync).For(ApiScope.Read).WithSummary("Sources, by name").Produces<ApiPage<ApiSourceState>>();
        api.MapGet("/sources/{slug}", OneAsync).For(ApiScope.Read).WithSummary("One source").Produces<ApiSourceState>();
        api.MapPost("/sources", AddAsync).For(ApiScope.Sources).WithSummary("Makes a source").Produces<ApiSourceState>(StatusCodes.Status201Created);
        api.MapPatch("/sources/{slug}", ChangeAsync).For(ApiScope.Sources).WithSummary("Changes, pauses, resumes or retires a source").AskForTag().Produces<ApiSourceState>();
        api.MapPost("/sources/{slug}/mergers", MergeAsync).For(ApiScope.Sources).WithSummary("Lets a source go into another, which has its articles and followers from then on; this cannot be undone").AskForTag().Produces<ApiSourceState>();
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topics = await SlugsAsync(db, cancellation);
        return await paging.AnswerAsync(http, db.Sources.AsNoTracking().Include(source => source.Topics).Where(source => source.MergedInto == null).OrderBy(source => source.Name).ThenBy(source => source.Id), source => ApiSourceState.Of(source, topics), cancellation);
    }

    private static async Task<IResult> OneAsync(string slug, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await FindAsync(db, slug, cancellation) is { } found ? Answer(http, found) : Missing(slug);
    }

    private static async Task<IResult> AddAsync(ApiSourceChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, SourceDesk desk, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var problems = new Dictionary<string, string>();
        var name = sent.Name ?? "";
        var settings = sent.Over(new FeedsSource { Id = sent.Slug ?? await SourceBook.FreeSlugAsync(db, name, cancellation), Name = name, Url = "", Format = SourceFormat.Feed, Language = "nl" }, problems);
        if (problems.Count > 0)
            return ApiResources.Invalid(problems);
        var outcome = await desk.AddAsync(settings, sent.Reviewed ?? false, http.User, cancellation);
        if (outcome.Source is not { } source)
            return ApiResources.Invalid(outcome.Problems);
        var made = (await FindAsync(db, source.Slug, cancellation))!;
        ApiTag.Set(http, made.Mark);
        return TypedResults.Created($"/api/v1/sources/{source.Slug}", made);
    }

    private static async Task<IResult> ChangeAsync(string slug, ApiSourceChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, SourceDesk desk, SourceControl control, TimeProvider time, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Sources.AsNoTracking().Include(source => source.Topics).SingleOrDefaultAsync(source => source.Slug == slug && source.MergedInto == null, cancellation) is not { } source)
            return Missing(slug);
        var problems = new Dictionary<string, string>();
        var settings = sent.Over(SourceSettings.Of(source, await SlugsAsync(db, cancellation)), problems);
        if (sent.Slug is not null && sent.Slug != slug)
            problems["slug"] = "The slug of a source never changes.";
        if (problems.Count > 0)
            return ApiResources.Invalid(problems);
        var outcome = await desk.ChangeAsync(slug, mark, settings, http.User, cancellation);
        if (outcome.IsOvertaken)
            return ApiTag.Overtaken(string.Join(' ', outcome.Problems.Values));
        if (outcome.Source is null)
            return ApiResources.Invalid(outcome.Problems);
        var by = Visitor.Of(http.User)!.Batch(time.GetUtcNow());
        if (sent.State == "paused")
            await control.PauseAsync(source.Id, by, sent.Reason, cancellation);
        else if (sent.State == "active")
            await control.ResumeAsync(source.Id, by, cancellation);
        else if (sent.State == "retired")
            await desk.RetireAsync(slug, sent.Reason, http.User, cancellation);
        return Answer(http, (await FindAsync(db, slug, cancellation))!);
    }

    private static async Task<IResult> MergeAsync(string slug, ApiSourceMerger sent, HttpContext http, IDbContextFactory<KioskDb> archive, SourceDesk desk, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var pair = await db.Sources.AsNoTracking().Include(source => source.Topics).Where(source => (source.Slug == slug || source.Slug == sent.Into) && source.MergedInto == null).ToListAsync(cancellation);
        if (pair.Find(source => source.Slug == slug) is not { } merged)
            return Missing(slug);
        if (ApiSourceState.Of(merged, await SlugsAsync(db, cancellation)).Mark != mark)
            return ApiTag.Overtaken("Somebody changed this source since you read it.");
        if (pair.Find(source => source != merged) is not { } keep)
            return NoSuchUnion();
        return await desk.JoinAsync(keep, merged, http.User, cancellation) switch
        {
            UnionOutcome.Joined => Answer(http, (await FindAsync(db, keep.Slug, cancellation))!),
            UnionOutcome.Busy => ApiResources.Conflict("One of the two is being harvested. Try again in a minute."),
            _ => NoSuchUnion(),
        };
    }

    private static ProblemHttpResult Missing(string slug) => ApiResources.NotFound($"There is no source '{slug}'.");

    private static ValidationProblem NoSuchUnion() => ApiResources.Invalid([KeyValuePair.Create("into", "Another source that there is.")]);

    private static Ok<ApiSourceState> Answer(HttpContext http, ApiSourceState state)
    {
        ApiTag.Set(http, state.Mark);
        return TypedResults.Ok(state);
    }

    private static async Task<ApiSourceState?> FindAsync(KioskDb db, string slug, CancellationToken cancellation) =>
        await db.Sources.AsNoTracking().Include(source => source.Topics).SingleOrDefaultAsync(source => source.Slug == slug && source.MergedInto == null, cancellation) is { } source
            ? ApiSourceState.Of(source, await SlugsAsync(db, cancellation))
            : null;

    private static Task<Dictionary<int, string>> SlugsAsync(KioskDb db, CancellationToken cancellation) => db.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Id, topic => topic.Slug, cancellation);
}

/// <param name="Into">The slug of the source that stays.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiSourceMerger(string? Into = null);
