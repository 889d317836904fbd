using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Api.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>What editors did: who, when, to what, and what it was before and after.</summary>
public static class ApiEditorialActs
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/editorial-acts", ListAsync).For(ApiScope.Read).WithSummary("Editorial acts, the latest first").Produces<ApiPage<ApiEditorialAct>>();
        api.MapPost("/editorial-acts/{id:long}/reversals", UndoAsync).For(ApiScope.Read).WithSummary("Undoes an act; the reversal is an act too, and can be undone").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ApiPaging paging, [FromQuery(Name = "subjectKind")] string? subjectKind, [FromQuery(Name = "subjectId")] string? subjectId, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        var problems = new Dictionary<string, string>();
        var kind = ApiArticles.Named<SubjectKind>("subjectKind", subjectKind, problems);
        if (problems.Count > 0)
            return ApiResources.Invalid(problems);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var acts = db.EditorialActs.AsNoTracking();
        if (kind is { } one)
            acts = acts.Where(act => act.SubjectKind == one);
        if (!string.IsNullOrEmpty(subjectId))
            acts = acts.Where(act => act.SubjectId == subjectId);
        return await paging.AnswerAsync(http, acts.OrderByDescending(act => act.Id), ApiEditorialAct.Of, cancellation);
    }

    /// <summary>With the scope for what the act was done to: who may not do a thing may not undo it either.</summary>
    private static async Task<IResult> UndoAsync(long id, HttpContext http, IDbContextFactory<KioskDb> archive, IAuthorizationService authorization, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.EditorialActs.AsNoTracking().SingleOrDefaultAsync(act => act.Id == id, cancellation) is not { } act)
            return ApiResources.NotFound("There is no such act.");
        if (ScopeOf(act.SubjectKind) is not { } scope)
            return TypedResults.Problem("What is done to webhooks is undone by a person.", statusCode: StatusCodes.Status403Forbidden);
        if (!(await authorization.AuthorizeAsync(http.User, TokenScheme.Policy(scope))).Succeeded)
            return TypedResults.Problem($"The token lacks the scope {Names.Of(scope)}.", statusCode: StatusCodes.Status403Forbidden);
        var outcome = await EditorialUndo.OneAsync(db, id, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), cancellation);
        return outcome.Done > 0 ? TypedResults.NoContent() : ApiResources.Conflict(string.Join(' ', outcome.Problems));
    }

    /// <summary>Null where tokens have no say.</summary>
    private static ApiScope? ScopeOf(SubjectKind kind) => kind switch
    {
        SubjectKind.Webhook => null,
        SubjectKind.Source => ApiScope.Sources,
        SubjectKind.Topic or SubjectKind.Term => ApiScope.Topics,
        SubjectKind.Pick or SubjectKind.Dossier => ApiScope.Picks,
        _ => ApiScope.Articles,
    };
}

/// <param name="Editor">Her name; empty once her account is gone.</param>
/// <param name="Undoes">The act that this one undid; null if none.</param>
public sealed record ApiEditorialAct(long Id, DateTimeOffset At, string Editor, string Act, string SubjectKind, string SubjectId, string SubjectTitle, JsonElement? Before, JsonElement? After, long? Undoes)
{
    public static ApiEditorialAct Of(EditorialAct act) => new(
        act.Id, act.At, act.EditorName, act.Act, Names.Of(act.SubjectKind), act.SubjectId, act.SubjectTitle, Json(act.Before), Json(act.After), act.Undoes);

    private static JsonElement? Json(string? kept) => kept is null ? null : JsonElement.Parse(kept);
}
