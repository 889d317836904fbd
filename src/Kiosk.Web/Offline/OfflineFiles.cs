using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Offline;

/// <summary>What the browser asks for to work without a network: the worker that keeps pages, and the list of pages to keep.</summary>
public static class OfflineFiles
{
    /// <summary>Without these no page looks like itself.</summary>
    private static readonly string[] Kept = ["kiosk.css", "kiosk.js", "zoek.js", "toetsen.js", "icon.svg"];

    private static readonly string Worker = Assemble();

    public static void MapOffline(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sw.js", (HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-cache";
            return TypedResults.Text(Worker, "text/javascript; charset=utf-8");
        });
        routes.MapGet("/offline/bewaren", ToKeepAsync);
    }

    private static async Task<JsonHttpResult<KeepingList>> ToKeepAsync(HttpContext context, IDbContextFactory<KioskDb> archive, Reading.DutchTime time, CancellationToken cancellation)
    {
        var visitor = Visitor.Of(context.User);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var pages = visitor is null ? [] : await PagesToKeep.ReadAsync(db, visitor, time.Today, cancellation);
        return TypedResults.Json(new KeepingList(ShelfMark.Of(visitor), pages));
    }

    /// <summary>The worker with the addresses of the files at hand in it: other files make another worker, and browsers then take the new one.</summary>
    private static string Assemble()
    {
        using var reader = new StreamReader(typeof(OfflineFiles).Assembly.GetManifestResourceStream("Kiosk.Web.Offline.worker.js")!);
        var (script, files) = (reader.ReadToEnd(), Kept.Select(Assets.Url).ToArray());
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script + string.Concat(files))))[..8];
        return $"const version = '{version}';\nconst files = {JsonSerializer.Serialize(files)};\n{script}";
    }
}

/// <param name="Wie">Whose pages these are: <see cref="ShelfMark.Of"/>.</param>
public sealed record KeepingList(string Wie, IReadOnlyList<PageToKeep> Bladzijden);

/// <summary>A page to keep for the train.</summary>
/// <param name="Adres">Without the part that says from which list it was opened.</param>
/// <param name="Stand">Changes when the page does; a page that is kept under the same is not fetched again.</param>
public sealed record PageToKeep(string Adres, string Stand);
