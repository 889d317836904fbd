using System.Text;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Citing;

/// <summary>An article as a file for reference managers: <c>/artikel/12/citeer/ris</c>, <c>bib</c> and <c>csl</c>.</summary>
public static class CitationFiles
{
    public static void MapCitations(this IEndpointRouteBuilder routes) => routes.MapGet("/artikel/{id:long}/citeer/{form}", async (long id, string form, IDbContextFactory<KioskDb> archive, CancellationToken cancellation) =>
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var works = await CitedWork.ReadAsync(db, [id], cancellation);
        return works.Count == 0 || Of(form, works) is not { } file
            ? Results.StatusCode(StatusCodes.Status404NotFound)
            : Results.File(Encoding.UTF8.GetBytes(file.Text), file.Type, $"kiosk-{id}.{file.Extension}");
    });

    /// <summary>The citations in a form; null if there is no such form.</summary>
    public static (string Text, string Type, string Extension)? Of(string form, IReadOnlyList<CitedWork> works) => form switch
    {
        "ris" => (Ris.Write(works), Ris.ContentType, "ris"),
        "bib" => (BibTeX.Write(works), BibTeX.ContentType, "bib"),
        "csl" => (CslJson.Write(works), CslJson.ContentType, "json"),
        _ => null,
    };
}
