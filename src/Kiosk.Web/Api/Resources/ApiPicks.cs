using System.Globalization;
using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Editions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>The editors' picks.</summary>
public static class ApiPicks
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/picks", ListAsync).For(ApiScope.Read).WithSummary("Picks, the latest first").Produces<ApiPage<ApiPick>>();
        api.MapGet("/picks/{id:long}", OneAsync).For(ApiScope.Read).WithSummary("One pick").Produces<ApiPick>();
        api.MapPost("/picks", MakeAsync).For(ApiScope.Picks).WithSummary("Puts an article in front").Produces<ApiPick>(StatusCodes.Status201Created);
        api.MapPatch("/picks/{id:long}", ChangeAsync).For(ApiScope.Picks).WithSummary("Changes a pick").AskForTag().Produces<ApiPick>();
        api.MapDelete("/picks/{id:long}", TakeBackAsync).For(ApiScope.Picks).WithSummary("Takes a pick back").AskForTag().Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await paging.AnswerAsync(http, db.Picks.AsNoTracking().OrderByDescending(pick => pick.StartsOn).ThenByDescending(pick => pick.Id), ApiPick.Of, cancellation);
    }

    private static async Task<IResult> OneAsync(long id, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await FindAsync(db, id, cancellation) is { } pick ? Answer(http, pick) : Gone();
    }

    private static async Task<IResult> MakeAsync(ApiPickChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        var wanted = sent.Over(new KeptPick(0, "", "", default, default));
        if (sent.StartsOn is null || sent.EndsOn is null)
            return ApiResources.Invalid([KeyValuePair.Create("startsOn", "Send startsOn and endsOn.")]);
        if (PickRules.Problem(wanted) is { } problem)
            return ApiResources.Invalid([KeyValuePair.Create("pick", problem)]);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Articles.Where(article => article.Id == wanted.Article && article.State == ArticleState.Visible).Select(article => article.Title).SingleOrDefaultAsync(cancellation) is not { } title)
            return ApiResources.Invalid([KeyValuePair.Create("articleId", "There is no such article that readers can see.")]);
        var pick = await PickActs.MakeAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), title, wanted, cancellation);
        ApiTag.Set(http, ApiPick.Mark(pick));
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/picks/{pick.Id}"), ApiPick.Of(pick));
    }

    private static async Task<IResult> ChangeAsync(long id, ApiPickChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await RefusalAsync(db, id, http, cancellation) is { } refusal)
            return refusal;
        string? problem = null;
        await PickActs.ChangeAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), id, before =>
        {
            var after = sent.Over(before) with { Article = before.Article };
            problem = PickRules.Problem(after);
            return problem is null ? after : before;
        }, cancellation);
        return problem is null ? Answer(http, (await FindAsync(db, id, cancellation))!) : ApiResources.Invalid([KeyValuePair.Create("pick", problem)]);
    }

    private static async Task<IResult> TakeBackAsync(long id, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await RefusalAsync(db, id, http, cancellation) is { } refusal)
            return refusal;
        await PickActs.TakeBackAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), id, cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Null if it is there, and as the program saw it.</summary>
    private static async Task<IResult?> RefusalAsync(KioskDb db, long id, HttpContext http, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        return await FindAsync(db, id, cancellation) is not { } pick ? Gone()
            : ApiPick.Mark(pick) != mark ? ApiTag.Overtaken("Somebody changed this pick since you read it.")
            : null;
    }

    private static Task<Pick?> FindAsync(KioskDb db, long id, CancellationToken cancellation) => db.Picks.AsNoTracking().SingleOrDefaultAsync(pick => pick.Id == id, cancellation);

    private static Ok<ApiPick> Answer(HttpContext http, Pick pick)
    {
        ApiTag.Set(http, ApiPick.Mark(pick));
        return TypedResults.Ok(ApiPick.Of(pick));
    }

    private static ProblemHttpResult Gone() => ApiResources.NotFound("There is no such pick.");
}

/// <param name="EndsOn">The last day on which it lies in front.</param>
public sealed record ApiPick(long Id, long ArticleId, string Quote, string Signature, DateOnly StartsOn, DateOnly EndsOn)
{
    public static ApiPick Of(Pick pick) => new(pick.Id, pick.ArticleId, pick.Quote, pick.Signature, pick.StartsOn, pick.EndsOn);

    /// <summary>For the ETag: another one after each change.</summary>
    public static string Mark(Pick pick) => ApiTag.Of(KeptPick.Of(pick).ToString());
}

/// <summary>What of a pick is set; a field that is not sent stays as it is.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiPickChange(long? ArticleId = null, string? Quote = null, string? Signature = null, DateOnly? StartsOn = null, DateOnly? EndsOn = null)
{
    public KeptPick Over(KeptPick before) => new(ArticleId ?? before.Article, (Quote ?? before.Quote).Trim(), (Signature ?? before.Signature).Trim(), StartsOn ?? before.StartsOn, EndsOn ?? before.EndsOn);
}
