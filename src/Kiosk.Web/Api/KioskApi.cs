using System.Globalization;
using Kiosk.Data;
using Kiosk.Search;
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
        var api = routes.MapGroup("/api/v1").AddEndpointFilter(static (context, next) =>
        {
            context.HttpContext.Response.Headers["API-Version"] = Version;
            return next(context);
        });
        api.MapGet("/articles/{id:long}", ArticleAsync);
        api.MapGet("/search", SearchAsync);
        ApiSuggestions.Map(api);
    }

    private static async Task<IResult> ArticleAsync(long id, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var view = await ArticleView.FindAsync(db, id, cancellation);
        if (view is null or { State: ArticleState.Hidden or ArticleState.Waiting })
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        if (view.MergedInto is { } successor)
            return TypedResults.Redirect($"/api/v{Version}/articles/{successor.ToString(CultureInfo.InvariantCulture)}", permanent: true);
        if (view.State == ArticleState.Visible)
            return TypedResults.Ok(ApiArticle.From(view));
        http.Features.Set(new Withdrawal(view.Card.Title, view.StateReason));
        return TypedResults.StatusCode(StatusCodes.Status410Gone);
    }

    private static async Task<IResult> SearchAsync(
        [AsParameters] ApiSearch asked, HttpContext http, SearchIndex index, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        if (asked.Problems() is { Count: > 0 } problems)
            return TypedResults.ValidationProblem(problems, title: "Bad parameters");
        if (!index.IsReady)
        {
            Faults.NotReady(http.Response);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var found = index.Search(asked.Request());
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var hits = await ShownHit.ReadAsync(db, found.Hits, cancellation);
        return TypedResults.Ok(ApiSearchPage.From(found, hits, asked));
    }

    /// <summary>Numbers in addresses are the same in every culture.</summary>
    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
