using System.Globalization;
using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Kiosk.Web.Lists;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>Dossiers: the lists that are the kiosk's. Lists of readers are theirs and not here.</summary>
public static class ApiLists
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/lists", ListAsync).For(ApiScope.Read).WithSummary("Dossiers, the latest change first").Produces<ApiPage<ApiList>>();
        api.MapGet("/lists/{id:long}", OneAsync).For(ApiScope.Read).WithSummary("One dossier with its articles").Produces<ApiListWithEntries>();
        api.MapPost("/lists", MakeAsync).For(ApiScope.Picks).WithSummary("Makes an empty dossier").Produces<ApiListWithEntries>(StatusCodes.Status201Created);
        api.MapPatch("/lists/{id:long}", ChangeAsync).For(ApiScope.Picks).WithSummary("Changes the title or the description of a dossier").AskForTag().Produces<ApiListWithEntries>();
        api.MapPut("/lists/{id:long}/entries", ArrangeAsync).For(ApiScope.Picks).WithSummary("Says all that stands in a dossier, in order, under which heads and with what notes").AskForTag().Produces<ApiListWithEntries>();
        api.MapDelete("/lists/{id:long}/entries/{articleId:long}", RemoveAsync).For(ApiScope.Picks).WithSummary("Takes an article out of a dossier").Produces(StatusCodes.Status204NoContent);
        api.MapPut("/lists/{id:long}/entries/{articleId:long}", PutAsync).For(ApiScope.Picks).WithSummary("Puts an article at the end of a dossier, unless it is there").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await paging.AnswerAsync(http, Dossiers(db).OrderByDescending(list => list.ChangedAt).ThenBy(list => list.Id), ApiList.Of, cancellation);
    }

    private static async Task<IResult> OneAsync(long id, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await Dossiers(db).SingleOrDefaultAsync(list => list.Id == id, cancellation) is not { } list)
            return Missing();
        ApiTag.Set(http, KioskApi.Text(list.Version));
        var entries = await db.ListEntries.AsNoTracking().Where(entry => entry.ListId == id && entry.RemovedAt == null).OrderBy(entry => entry.Position)
            .Select(entry => new { entry.ArticleId, entry.Article!.Title, entry.Section, entry.Note, entry.Mark }).ToListAsync(cancellation);
        return TypedResults.Ok(new ApiListWithEntries(ApiList.Of(list), [.. entries.Select(entry => new ApiListEntry(entry.ArticleId, entry.Title, entry.Section, entry.Note, entry.Mark is { } mark ? Names.Of(mark) : null))]));
    }

    private static async Task<IResult> MakeAsync(ApiListChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        var wanted = sent.Over(new KeptDossier("", ""));
        if (wanted.Title.Length == 0)
            return Untitled();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var list = await DossierActs.MakeAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), wanted, cancellation);
        ApiTag.Set(http, KioskApi.Text(list.Version));
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/lists/{list.Id}"), new ApiListWithEntries(ApiList.Of(list), []));
    }

    private static async Task<IResult> ChangeAsync(long id, ApiListChange sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await Dossiers(db).SingleOrDefaultAsync(list => list.Id == id, cancellation) is not { } before)
            return Missing();
        var wanted = sent.Over(KeptDossier.Of(before));
        if (wanted.Title.Length == 0)
            return Untitled();
        if (ApiTag.Version(mark) is not { } version
            || await DossierActs.ChangeAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), id, version, wanted.Fill, cancellation) != ListOutcome.Changed)
            return Overtaken();
        return await OneAsync(id, http, archive, cancellation);
    }

    private static async Task<IResult> ArrangeAsync(long id, IReadOnlyList<ApiListPlace> sent, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        var (mark, refusal) = ApiTag.Asked(http);
        if (refusal is not null)
            return refusal;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await Dossiers(db).AnyAsync(list => list.Id == id, cancellation))
            return Missing();
        if (await ApiListPlace.ProblemAsync(db, id, sent, cancellation) is { } problem)
            return ApiResources.Invalid([KeyValuePair.Create("entries", problem)]);
        var at = time.GetUtcNow();
        if (ApiTag.Version(mark) is not { } version
            || await DossierActs.ChangeAsync(db, Visitor.Of(http.User)!.Batch(at), id, version, list => ApiListPlace.Arrange(list, sent, at), cancellation) != ListOutcome.Changed)
            return Overtaken();
        return await OneAsync(id, http, archive, cancellation);
    }

    private static async Task<IResult> RemoveAsync(long id, long articleId, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await DossierActs.RemoveAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), id, articleId, cancellation) == ListOutcome.Changed ? TypedResults.NoContent() : Missing();
    }

    private static async Task<IResult> PutAsync(long id, long articleId, HttpContext http, IDbContextFactory<KioskDb> archive, TimeProvider time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await db.Articles.AnyAsync(article => article.Id == articleId && article.State == ArticleState.Visible, cancellation))
            return ApiResources.NotFound("There is no such article that readers can see.");
        return await DossierActs.AddAsync(db, Visitor.Of(http.User)!.Batch(time.GetUtcNow()), id, articleId, cancellation) switch
        {
            ListOutcome.Changed => TypedResults.NoContent(),
            ListOutcome.NotFound => Missing(),
            _ => ApiResources.Conflict("The dossier is full."),
        };
    }

    private static ProblemHttpResult Missing() => ApiResources.NotFound("There is no such dossier.");

    private static ProblemHttpResult Overtaken() => ApiTag.Overtaken("Somebody changed this dossier since you read it.");

    private static ValidationProblem Untitled() => ApiResources.Invalid([KeyValuePair.Create("title", "A dossier has a title.")]);

    private static IQueryable<ReadingList> Dossiers(KioskDb db) => db.ReadingLists.AsNoTracking().Where(list => list.UserId == null && list.RemovedAt == null);
}

public sealed record ApiList(long Id, string Title, string Description, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    public static ApiList Of(ReadingList list) => new(list.Id, list.Title, list.Description, list.CreatedAt, list.ChangedAt);
}

public sealed record ApiListWithEntries(ApiList List, IReadOnlyList<ApiListEntry> Entries);

/// <param name="Section">Under which head it stands; null or empty for none.</param>
/// <param name="Mark">What it is in the timeline; null if that follows from its kind.</param>
public sealed record ApiListEntry(long ArticleId, string Title, string? Section, string? Note, string? Mark);

/// <summary>An article in a dossier; what is not sent is empty.</summary>
/// <param name="Section">Under which head it stands.</param>
/// <param name="Note">Why it stands there.</param>
/// <param name="Mark">One of kamerstuk, wet, richtlijn, onderzoek, praktijk.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiListPlace(long ArticleId, string? Section = null, string? Note = null, string? Mark = null)
{
    /// <summary>Null if a dossier can hold all of it.</summary>
    internal static async Task<string?> ProblemAsync(KioskDb db, long dossier, IReadOnlyList<ApiListPlace> places, CancellationToken cancellation)
    {
        if (places.Count > ListChange.MostEntries)
            return $"At most {ListChange.MostEntries}.";
        if (places.Any(place => place is null))
            return "None of them is null.";
        if (places.Select(place => place.ArticleId).Distinct().Count() < places.Count)
            return "Each article once.";
        if (places.Any(place => place.Mark is not null && !Names.TryParse<TimelineMark>(place.Mark, out _)))
            return $"A mark is one of {string.Join(", ", Names.All<TimelineMark>())}.";
        var ids = places.Select(place => place.ArticleId).ToList();
        var known = await db.Articles.CountAsync(article => ids.Contains(article.Id) && (article.State == ArticleState.Visible || db.ListEntries.Any(entry => entry.ListId == dossier && entry.ArticleId == article.Id && entry.RemovedAt == null)), cancellation);
        return known == ids.Count ? null : "Only articles that readers can see.";
    }

    internal static void Arrange(ReadingList list, IReadOnlyList<ApiListPlace> places, DateTimeOffset now)
    {
        foreach (var entry in list.Entries.Where(entry => places.All(place => place.ArticleId != entry.ArticleId)))
            entry.RemovedAt ??= now;
        foreach (var place in places)
            ListChange.Add(list, place.ArticleId, "", now);
        new KeptArrangement([.. places.Select(place => place.Kept)]).Fill(list);
    }

    private KeptPlace Kept => new(
        ArticleId, Title: "", ListShelf.Text(Section, ListShelf.LongestTitle), ListShelf.Text(Note, ListShelf.LongestText), Names.TryParse<TimelineMark>(Mark, out var mark) ? mark : null);
}

/// <summary>What of a dossier is set; a field that is not sent stays as it is.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiListChange(string? Title = null, string? Description = null)
{
    internal KeptDossier Over(KeptDossier before) => before with
    {
        Title = ListShelf.Text(Title ?? before.Title, ListShelf.LongestTitle),
        Description = ListShelf.Text(Description ?? before.Description, ListShelf.LongestText),
    };
}
