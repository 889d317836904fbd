using System.Globalization;
using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Search.Synonyms;
using Kiosk.Web.Accounts;
using Kiosk.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>The editors' part of the thesaurus: lines of theirs, and packaged lines that they switched off.</summary>
public static class ApiSynonyms
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/synonyms", ListAsync).For(ApiScope.Read).WithSummary("Words that mean the same for search, as the editors set them").Produces<ApiPage<ApiSynonym>>();
        api.MapGet("/synonyms/{id:long}", OneAsync).For(ApiScope.Read).WithSummary("One line of the thesaurus").Produces<ApiSynonym>();
        api.MapPost("/synonyms", MakeAsync).For(ApiScope.Topics).WithSummary("Adds a line, or switches a packaged line off").Produces<ApiSynonym>(StatusCodes.Status201Created);
        api.MapDelete("/synonyms/{id:long}", RemoveAsync).For(ApiScope.Topics).WithSummary("Takes a line away, or lets a packaged line count again").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await paging.AnswerAsync(http, Standing(db).OrderBy(term => term.Rule).ThenBy(term => term.Id), ApiSynonym.Of, cancellation);
    }

    private static async Task<IResult> OneAsync(long id, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await Standing(db).SingleOrDefaultAsync(term => term.Id == id, cancellation) is { } term ? TypedResults.Ok(ApiSynonym.Of(term)) : ApiResources.NotFound("There is no such line.");
    }

    private static async Task<IResult> MakeAsync(ApiSynonymChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, EditorsWords editors, TimeProvider time, CancellationToken cancellation)
    {
        if (WordRule.Read(sent.Rule, out var problem) is not { } rule)
            return ApiResources.Invalid([KeyValuePair.Create("rule", problem ?? "")]);
        var (text, by) = (WordRule.Text(rule), Visitor.Of(http.User)!.Batch(time.GetUtcNow()));
        if (sent.IsSwitchedOff)
            await editors.SwitchOffAsync(text, by, cancellation);
        else if (await editors.SaveAsync(text, instead: null, by, cancellation) is { } refused)
            return ApiResources.Invalid([KeyValuePair.Create("rule", refused)]);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await Standing(db).SingleOrDefaultAsync(term => term.Rule == text && term.IsSwitchedOff == sent.IsSwitchedOff, cancellation) is { } made
            ? TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/synonyms/{made.Id}"), ApiSynonym.Of(made))
            : ApiResources.Invalid([KeyValuePair.Create("rule", "The packaged thesaurus has no such line.")]);
    }

    private static async Task<IResult> RemoveAsync(long id, HttpContext http, EditorsWords editors, TimeProvider time, CancellationToken cancellation)
    {
        await editors.RemoveAsync(id, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), cancellation);
        return TypedResults.NoContent();
    }

    private static IQueryable<SearchTerm> Standing(KioskDb db) => db.SearchTerms.AsNoTracking().Where(term => term.RemovedAt == null);
}

/// <param name="Rule">As a thesaurus writes it: <c>wsnp = wet schuldsanering natuurlijke personen</c>.</param>
/// <param name="IsSwitchedOff">True for a packaged line that must not count.</param>
public sealed record ApiSynonym(long Id, string Rule, bool IsSwitchedOff, DateTimeOffset AddedAt)
{
    public static ApiSynonym Of(SearchTerm row) => new(row.Id, row.Rule, row.IsSwitchedOff, row.AddedAt);
}

/// <param name="Rule">As a thesaurus writes it.</param>
/// <param name="IsSwitchedOff">True to keep a packaged line from counting.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiSynonymChange(string? Rule = null, bool IsSwitchedOff = false);
