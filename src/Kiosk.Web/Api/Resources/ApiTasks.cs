using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Pages.Redactie.Taken;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>What readers ran into, and what editors answered: pieces that several found of no use, and questions that find nothing.</summary>
public static class ApiTasks
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/tasks", ListAsync).For(ApiScope.Read).WithSummary("Reports of readers, the longest open first").Produces<ApiPage<ApiTask>>();
        api.MapGet("/tasks/{id:long}", OneAsync).For(ApiScope.Read).WithSummary("One report of readers").Produces<ApiTask>();
        api.MapPatch("/tasks/{id:long}", AnswerAsync).For(ApiScope.Articles).WithSummary("Answers a report, which closes it").Produces<ApiTask>();
        api.MapPost("/search-answers", AnswerQuestionAsync).For(ApiScope.Articles).WithSummary("Says what was done about a question that finds nothing").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, [FromQuery(Name = "state")] string? state, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        if (state is not (null or "open" or "closed"))
            return ApiResources.Invalid([KeyValuePair.Create("state", "One of open, closed.")]);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var all = db.EditorTasks.AsNoTracking().Include(task => task.Article).AsQueryable();
        var wanted = state is null ? all : all.Where(task => task.ClosedAt == null == (state == "open"));
        return await paging.AnswerAsync(http, wanted.OrderBy(task => task.OpenedAt).ThenBy(task => task.Id), ApiTask.Of, cancellation);
    }

    private static async Task<IResult> OneAsync(long id, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.EditorTasks.AsNoTracking().Include(task => task.Article).SingleOrDefaultAsync(task => task.Id == id, cancellation) is { } task ? TypedResults.Ok(ApiTask.Of(task)) : Missing();
    }

    private static async Task<IResult> AnswerAsync(long id, ApiTaskAnswer sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        if (!TaskAnswer.TryRead(sent.Answer, out var answer))
            return Unanswered();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await db.EditorTasks.AnyAsync(task => task.Id == id, cancellation))
            return Missing();
        if (!await TaskActs.AnswerAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), id, answer, cancellation))
            return ApiResources.Conflict("Somebody answered this report already.");
        return await OneAsync(id, archive, cancellation);
    }

    private static async Task<IResult> AnswerQuestionAsync(ApiSearchAnswer sent, HttpContext http, IDbContextFactory<KioskDb> archive, DutchTime time, CancellationToken cancellation)
    {
        if (!TaskAnswer.TryRead(sent.Answer, out var answer))
            return Unanswered();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (sent.Question is not { } question || !await db.SearchQuestions.AnyAsync(asked => asked.Question == question, cancellation))
            return ApiResources.Invalid([KeyValuePair.Create("question", "Nobody asked this. Send a question as /searches gives it.")]);
        await TaskActs.AnswerAsync(db, Visitor.Of(http.User)!.Batch(time.Now), question, answer, time.Today, cancellation);
        return TypedResults.NoContent();
    }

    private static ValidationProblem Unanswered() => ApiResources.Invalid([KeyValuePair.Create("answer", $"From 1 to {TaskActs.LongestAnswer} characters.")]);

    private static ProblemHttpResult Missing() => ApiResources.NotFound("There is no such report.");
}

/// <param name="Readers">How many said so.</param>
/// <param name="Objection">What most of them had against it.</param>
/// <param name="Answer">What was done about it; null while it is open.</param>
public sealed record ApiTask(long Id, long ArticleId, string Title, int Readers, string Objection, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, string? Answer)
{
    public static ApiTask Of(EditorTask row) => new(row.Id, row.ArticleId, row.Article!.Title, row.Readers, Names.Of(row.Objection), row.OpenedAt, row.ClosedAt, row.Answer);
}

/// <param name="Answer">What was done about it, on one line.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiTaskAnswer(string? Answer = null);

/// <param name="Question">As /searches gives it.</param>
/// <param name="Answer">What was done about it, on one line.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiSearchAnswer(string? Question = null, string? Answer = null);
