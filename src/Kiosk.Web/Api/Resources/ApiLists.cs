using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Dossiers: the lists that are the kiosk's. Lists of readers are theirs and not here.</summary>
public static class ApiLists
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/lists", ListAsync).For(ApiScope.Read).WithSummary("Dossiers, the latest change first").Produces<ApiPage<ApiList>>();
        api.MapGet("/lists/{id:long}", OneAsync).For(ApiScope.Read).WithSummary("One dossier with its articles").Produces<ApiListWithEntries>();
        api.MapPut("/lists/{id:long}/entries/{articleId:long}", PutAsync).For(ApiScope.Picks).WithSummary("Puts an article at the end of a dossier, unless it is there").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await paging.AnswerAsync(http, Dossiers(db).OrderByDescending(list => list.ChangedAt).ThenBy(list => list.Id), ApiList.Of, cancellation);
    }

    private static async Task<IResult> OneAsync(long id, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await Dossiers(db).SingleOrDefaultAsync(list => list.Id == id, cancellation) is not { } list)
            return ApiResources.NotFound("There is no such dossier.");
        var entries = await db.ListEntries.AsNoTracking().Where(entry => entry.ListId == id).OrderBy(entry => entry.Position)
            .Select(entry => new ApiListEntry(entry.ArticleId, entry.Article!.Title, entry.Section, entry.Note)).ToListAsync(cancellation);
        return TypedResults.Ok(new ApiListWithEntries(ApiList.Of(list), entries));
    }

    private static async Task<IResult> PutAsync(long id, long articleId, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await db.Articles.AnyAsync(article => article.Id == articleId && article.State == ArticleState.Visible, cancellation))
            return ApiResources.NotFound("There is no such article that readers can see.");
        return await DossierActs.AddAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), id, articleId, cancellation) switch
        {
            ListOutcome.Changed => TypedResults.NoContent(),
            ListOutcome.NotFound => ApiResources.NotFound("There is no such dossier."),
            _ => TypedResults.Problem("The dossier is full.", statusCode: StatusCodes.Status409Conflict),
        };
    }

    private static IQueryable<ReadingList> Dossiers(KioskDb db) => db.ReadingLists.AsNoTracking().Where(list => list.UserId == null && list.RemovedAt == null);
}

public sealed record ApiList(long Id, string Title, string Description, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    public static ApiList Of(ReadingList list) => new(list.Id, list.Title, list.Description, list.CreatedAt, list.ChangedAt);
}

public sealed record ApiListWithEntries(ApiList List, IReadOnlyList<ApiListEntry> Entries);

/// <param name="Section">Under which head it stands; null or empty for none.</param>
public sealed record ApiListEntry(long ArticleId, string Title, string? Section, string? Note);
