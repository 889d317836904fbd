using Kiosk.Data;
using Kiosk.Data.Topics;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Http;
using Kiosk.Web.Pages.Zoeken;
using Kiosk.Web.WebSub;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Feeds;

/// <summary>Where the kiosk's feeds of articles stand. Those of lists and digests stand beside these: <c>ListFiles</c>, <c>DigestFeeds</c>.</summary>
public static class FeedRoutes
{
    private const string OpmlType = "text/x-opml; charset=utf-8";

    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.AddCheckedOptions<WebSubOptions>(WebSubOptions.Section);
        services.AddSingleton<HubFollower>().AddSingleton<HubRound>();
        return services.AddSingleton<FeedAnswer>().AddSingleton<ArticleFeeds>().AddSingleton<FeedList>();
    }

    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bestand/{name}", async (string name, HttpContext http, ArticleFeeds feeds, FeedAnswer answer, CancellationToken cancellation) => answer.Of(http, name, await feeds.KioskAsync(name, cancellation), isTold: true));
        routes.MapGet("/keuzes/bestand/{name}", async (string name, HttpContext http, ArticleFeeds feeds, FeedAnswer answer, CancellationToken cancellation) => answer.Of(http, name, await feeds.PicksAsync(name, cancellation), isTold: true));
        routes.MapGet("/onderwerp/{slug}/bestand/{name}", TopicAsync);
        routes.MapGet("/bron/{slug}/bestand/{name}", SourceAsync);
        routes.MapGet("/zoeken/bestand/{name}", SearchAsync);
        routes.MapGet("/attendering/{key:length(32)}/bestand/{name}", async (string key, string name, HttpContext http, ArticleFeeds feeds, FeedAnswer answer, CancellationToken cancellation) =>
            await feeds.AlertAsync(key, name, cancellation) is { } feed ? answer.Of(http, name, feed, isPublic: false) : Results.StatusCode(StatusCodes.Status404NotFound));
        routes.MapGet(FeedLinks.Opml, async (FeedList list, CancellationToken cancellation) => Results.File(await list.PublicOpmlAsync(cancellation), OpmlType, "kiosk.opml"));
        routes.MapGet(FeedLinks.MyOpml, async (HttpContext http, FeedList list, CancellationToken cancellation) => Results.File(await list.MineAsync(Visitor.Of(http.User)!.Id, cancellation), OpmlType, "mijn-kiosk.opml"))
            .RequireAuthorization(Access.Reader);
    }

    private static async Task<IResult> TopicAsync(string slug, string name, HttpContext http, IDbContextFactory<KioskDb> archive, ArticleFeeds feeds, FeedAnswer answer, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await TopicBook.FindAsync(db, slug, cancellation) is not { } topic ? Results.StatusCode(StatusCodes.Status404NotFound)
            : topic.Slug != slug ? Results.LocalRedirect(FeedLinks.Topic(topic.Slug, Uri.EscapeDataString(name)), permanent: true)
            : answer.Of(http, name, await feeds.TopicAsync(topic, name, cancellation), isTold: true);
    }

    private static async Task<IResult> SourceAsync(string slug, string name, HttpContext http, IDbContextFactory<KioskDb> archive, ArticleFeeds feeds, FeedAnswer answer, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Sources.AsNoTracking().SingleOrDefaultAsync(source => source.Slug == slug, cancellation) is not { } source)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        return source.MergedInto is { } into
            ? Results.LocalRedirect(FeedLinks.Source(await db.Sources.Where(one => one.Id == into).Select(one => one.Slug).SingleAsync(cancellation), Uri.EscapeDataString(name)), permanent: true)
            : answer.Of(http, name, await feeds.SourceAsync(source, name, cancellation), isTold: true);
    }

    private static async Task<IResult> SearchAsync(string name, HttpContext http, ArticleFeeds feeds, FeedAnswer answer, CancellationToken cancellation) =>
        await feeds.SearchAsync(SearchFilters.OfFeed(http.Request.Query), name, cancellation) is { } feed ? answer.Of(http, name, feed) : Faults.NotNow;
}
