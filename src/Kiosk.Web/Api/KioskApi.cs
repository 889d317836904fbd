using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Search;
using Kiosk.Web.Api.Resources;
using Kiosk.Web.Api.Tokens;
using Kiosk.Web.Http;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api;

/// <summary>The kiosk for programs. Version 1: fields are added, never changed or taken away.</summary>
public static class KioskApi
{
    public const string Version = "1";

    public static void MapKioskApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").AddEndpointFilterFactory(KnownParameters.Refuse).AddEndpointFilter(routes.ServiceProvider.GetRequiredService<TokenPace>());
        api.MapGet("/articles/{id:long}", ArticleAsync).WithSummary("One article, with as much of its text as its source allows").Produces<ApiArticle>();
        api.MapGet("/search", SearchAsync).WithSummary("Searches").Produces<ApiSearchPage>();
        ApiSuggestions.Map(api);
        ApiResources.Map(api);
    }

    private static async Task<IResult> ArticleAsync(long id, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await TokenScheme.IsWelcomeAsync(http))
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        var isEditor = TokenScheme.Has(http.User, ApiScope.Read);
        var view = await ArticleView.FindAsync(db, id, cancellation);
        if (view is null || (!isEditor && view.State is ArticleState.Hidden or ArticleState.Waiting))
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        if (view.MergedInto is { } successor)
            return TypedResults.Redirect($"/api/v{Version}/articles/{successor.ToString(CultureInfo.InvariantCulture)}", permanent: true);
        if (view.State == ArticleState.Visible || isEditor)
        {
            ApiTag.Set(http, Text(await db.Articles.Where(article => article.Id == id).Select(article => article.Version).SingleAsync(cancellation)));
            return TypedResults.Ok(ApiArticle.From(view));
        }

        http.Features.Set(new Withdrawal(view.Card.Title, view.StateReason));
        return TypedResults.StatusCode(StatusCodes.Status410Gone);
    }

    private static async Task<IResult> SearchAsync(
        [AsParameters] ApiSearch asked, SearchIndex index, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        if (asked.Problems() is { Count: > 0 } problems)
            return TypedResults.ValidationProblem(problems, title: "Bad parameters");
        if (!index.IsReady)
            return Faults.NotNow;
        var found = index.Search(asked.Request());
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var hits = await ShownHit.ReadAsync(db, found.Hits, cancellation);
        return TypedResults.Ok(ApiSearchPage.From(found, hits, asked));
    }

    /// <summary>Numbers in addresses are the same in every culture.</summary>
    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
