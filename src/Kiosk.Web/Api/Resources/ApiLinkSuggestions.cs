using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Proposals;
using Kiosk.Web.Suggesting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Links that people suggest at the open door. Who sent them is not told.</summary>
public static class ApiLinkSuggestions
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/link-suggestions", ListAsync).For(ApiScope.Read).WithSummary("Suggested links, the oldest first").Produces<ApiPage<ApiLinkSuggestion>>();
        api.MapGet("/link-suggestions/{id:long}", OneAsync).For(ApiScope.Read).WithSummary("One suggested link").Produces<ApiLinkSuggestion>();
        api.MapPatch("/link-suggestions/{id:long}", DecideAsync).For(ApiScope.Articles).WithSummary("Accepts or declines a suggested link").AskForTag().Produces<ApiLinkSuggestion>();
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, [FromQuery(Name = "state")] string? state, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        var problems = new Dictionary<string, string>();
        var chosen = ApiArticles.Named<SuggestionState>("state", state, problems);
        if (problems.Count > 0)
            return ApiResources.Invalid(problems);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var all = db.LinkSuggestions.AsNoTracking();
        return await paging.AnswerAsync(http, (chosen is { } one ? all.Where(suggestion => suggestion.State == one) : all).OrderBy(suggestion => suggestion.SentAt).ThenBy(suggestion => suggestion.Id), ApiLinkSuggestion.Of, cancellation);
    }

    private static async Task<IResult> OneAsync(long id, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.LinkSuggestions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } suggestion)
            return ApiResources.NotFound("There is no such suggestion.");
        ApiTag.Set(http, ApiLinkSuggestion.Mark(suggestion));
        return TypedResults.Ok(ApiLinkSuggestion.Of(suggestion));
    }

    private static async Task<IResult> DecideAsync(long id, ApiDecision sent, HttpContext http, IDbContextFactory<KioskDb> archive, SuggestionDesk desk, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        await using (var db = await archive.CreateDbContextAsync(cancellation))
        {
            if (await db.LinkSuggestions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } suggestion)
                return ApiResources.NotFound("There is no such suggestion.");
            if (ApiLinkSuggestion.Mark(suggestion) != mark)
                return ApiTag.Overtaken("Somebody decided about this suggestion, or it was read, since you read it.");
        }

        var problems = new Dictionary<string, string>();
        var (kind, rights) = (ApiArticles.Named<ArticleKind>("kind", sent.Kind, problems), ApiArticles.Named<Rights>("rights", sent.Rights, problems));
        if (sent.State is not ("accepted" or "declined"))
            problems["state"] = "One of accepted, declined.";
        if (problems.Count > 0)
            return ApiResources.Invalid(problems);
        var problem = sent.State == "declined"
            ? await desk.DeclineAsync(id, sent.Reason, http.User, cancellation)
            : await desk.AcceptAsync(id, sent.Source, sent.SourceName, rights ?? Rights.Excerpt, kind ?? ArticleKind.Nieuws, http.User, cancellation);
        return problem is null ? await OneAsync(id, http, archive, cancellation) : ApiResources.Invalid([KeyValuePair.Create(sent.State == "declined" ? "reason" : "source", problem)]);
    }
}

/// <param name="Problem">In Dutch, why its page could not be read; null if it could.</param>
/// <param name="WantsAnswer">Whether the sender waits for a mail.</param>
public sealed record ApiLinkSuggestion(long Id, string Url, string Note, string State, string? Title, string? Lead, int Words, DateTimeOffset? PublishedAt, string? Problem, bool WantsAnswer, DateTimeOffset SentAt, DateTimeOffset? ClosedAt, string? Reason, long? ArticleId)
{
    public static ApiLinkSuggestion Of(LinkSuggestion row) => new(
        row.Id, row.Url, row.Note, Names.Of(row.State), row.Title, row.Lead, row.Words, row.PublishedAt, row.Problem, row.Email is not null, row.SentAt, row.ClosedAt, row.Reason, row.ArticleId);

    public static string Mark(LinkSuggestion row) => ApiTag.Of($"{row.Id} {Names.Of(row.State)} {row.Title} {row.Problem}");
}

/// <param name="State">accepted or declined.</param>
/// <param name="Reason">For who sent it; needed to decline.</param>
/// <param name="Source">The slug of the source that the article belongs to; null makes one that is not harvested.</param>
/// <param name="Rights">Of a new source.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiDecision(string? State = null, string? Reason = null, string? Kind = null, string? Source = null, string? SourceName = null, string? Rights = null);
