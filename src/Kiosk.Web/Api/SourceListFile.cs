using System.Text;
using Kiosk.Data;
using Kiosk.Ingest.Sources;
using Kiosk.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api;

/// <summary>The kiosk's feeds for other feed readers, as a file to download.</summary>
public static class SourceListFile
{
    public const string Path = "/bronnen.opml";

    /// <summary>All sources and topics, for another kiosk; for editors.</summary>
    public const string FeedsPath = "/redactie/feeds.json";

    public static void MapSourceList(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(FeedsPath, async (IDbContextFactory<KioskDb> archive, CancellationToken cancellation) =>
        {
            await using var db = await archive.CreateDbContextAsync(cancellation);
            return TypedResults.File(Encoding.UTF8.GetBytes((await SourceLists.FeedsAsync(db, cancellation)).Json), "application/json; charset=utf-8", "feeds.json");
        }).RequireAuthorization(Access.Editor);
        routes.MapGet(Path, async (IDbContextFactory<KioskDb> archive, CancellationToken cancellation) =>
        {
            await using var db = await archive.CreateDbContextAsync(cancellation);
            return TypedResults.File(await SourceLists.OpmlAsync(db, cancellation), "text/x-opml; charset=utf-8", "bronnen.opml");
        });
    }
}
