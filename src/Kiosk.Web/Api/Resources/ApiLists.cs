using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Lists;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Dossiers: the lists that are the kiosk's. Lists of readers are theirs and not here.</summary>
public static class ApiLists
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/lists", ListAsync).For(ApiScope.Read).WithSummary("Dossiers, the latest change first").Produces<ApiPage<ApiList>>();
        api.MapGet("/lists/{id:long}", OneAsync).For(ApiScope.Read).WithSummary("One dossier with its articles").Produces<ApiListWithEntries>();
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

    private static IQueryable<ReadingList> Dossiers(KioskDb db) => db.ReadingLists.AsNoTracking().Where(list => list.UserId == null && list.RemovedAt == null);
}

public sealed record ApiList(long Id, string Title, string Description, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    public static ApiList Of(ReadingList list) => new(list.Id, list.Title, list.Description, list.CreatedAt, list.ChangedAt);
}

public sealed record ApiListWithEntries(ApiList List, IReadOnlyList<ApiListEntry> Entries);

/// <param name="Section">Under which head it stands; null or empty for none.</param>
public sealed record ApiListEntry(long ArticleId, string Title, string? Section, string? Note);
