using System.Text;
using Kiosk.Data;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Feeds;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Lists;

/// <summary>A list as a file: feeds to follow it with, and exports to take it along. Who may read the list may have them.</summary>
public static class ListFiles
{
    public static void MapListFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/lijst/{id:long}/bestand/{name}", GetAsync);

    private static async Task<IResult> GetAsync(
        long id, string name, string? sleutel, HttpContext http, IDbContextFactory<KioskDb> archive, ListAccess access, PublicAddress address, FeedAnswer answer, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await access.OfAsync(db, id, http.User, sleutel, cancellation) == ListRight.None || await ListView.FindAsync(db, id, cancellation) is not { } list)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        if (!list.IsDossier)
            http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await ExportAsync(name, db, list, address, cancellation) is { } export)
            return Results.File(Encoding.UTF8.GetBytes(export.Text), export.Type, $"{(Slug.Of(list.Title) is { Length: > 0 } slug ? slug : "bundel")}.{export.Extension}");
        var key = list.LinkKey is not null && sleutel == list.LinkKey ? sleutel : null;
        return answer.Of(http, name, await FeedAsync(db, list, name, key, address, cancellation), list.IsDossier);
    }

    private static async Task<(string Text, string Type, string Extension)?> ExportAsync(string name, KioskDb db, ListView list, PublicAddress address, CancellationToken cancellation)
    {
        if (name == "lijst.opml")
            return (ListOpml.Write(list, address.Of), "text/x-opml; charset=utf-8", "opml");
        var works = name.StartsWith("lijst.", StringComparison.Ordinal) ? await CitedWork.ReadAsync(db, [.. list.Articles.Select(article => article.Card.Id)], cancellation) : [];
        return name switch
        {
            "lijst.md" => (ListMarkdown.Write(list, works), "text/markdown; charset=utf-8", "md"),
            "lijst.ris" => CitationFiles.Of("ris", works),
            "lijst.bib" => CitationFiles.Of("bib", works),
            "lijst.csl" => CitationFiles.Of("csl", works),
            _ => null,
        };
    }

    private static async Task<OutFeed> FeedAsync(KioskDb db, ListView list, string name, string? key, PublicAddress address, CancellationToken cancellation)
    {
        var newest = db.ListEntries.Where(entry => entry.ListId == list.Id && entry.RemovedAt == null && entry.Article!.State == ArticleState.Visible)
            .OrderByDescending(entry => entry.AddedAt).ThenByDescending(entry => entry.ArticleId).Take(OutFeed.MostEntries).Select(entry => entry.Article!);
        return new OutFeed(
            list.Title, list.Description, address.Of(Links.List(list.Id, list.Title, key)), address.Of(Links.ListFile(list.Id, name, key)), list.ChangedAt,
            await FeedEntries.ReadAsync(newest, address.Of, cancellation));
    }
}
