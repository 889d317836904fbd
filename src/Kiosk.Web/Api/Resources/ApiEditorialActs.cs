using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editorial;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>What editors did: who, when, to what, and what it was before and after.</summary>
public static class ApiEditorialActs
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/editorial-acts", ListAsync).For(ApiScope.Read).WithSummary("Editorial acts, the latest first").Produces<ApiPage<ApiEditorialAct>>();

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
}

/// <param name="Editor">Her name; empty once her account is gone.</param>
/// <param name="Undoes">The act that this one undid; null if none.</param>
public sealed record ApiEditorialAct(long Id, DateTimeOffset At, string Editor, string Act, string SubjectKind, string SubjectId, string SubjectTitle, JsonElement? Before, JsonElement? After, long? Undoes)
{
    public static ApiEditorialAct Of(EditorialAct act) => new(
        act.Id, act.At, act.EditorName, act.Act, Names.Of(act.SubjectKind), act.SubjectId, act.SubjectTitle, Json(act.Before), Json(act.After), act.Undoes);

    private static JsonElement? Json(string? kept) => kept is null ? null : JsonElement.Parse(kept);
}
