using Kiosk.Data;
using Kiosk.Ingest.Sources;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api;

/// <summary>The kiosk's feeds for other feed readers, as a file to download.</summary>
public static class SourceListFile
{
    public const string Path = "/bronnen.opml";

    public static void MapSourceList(this IEndpointRouteBuilder routes) => routes.MapGet(Path, async (IDbContextFactory<KioskDb> archive, CancellationToken cancellation) =>
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return TypedResults.File(await SourceLists.OpmlAsync(db, cancellation), "text/x-opml; charset=utf-8", "bronnen.opml");
    });
}
