using System.Text;
using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Agenda;

/// <summary>The agenda as files: all that is to come at <c>/agenda.ics</c>, to subscribe to, and each event by itself at <c>/agenda/12.ics</c>.</summary>
internal static class AgendaFiles
{
    public static void MapAgenda(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/agenda.ics", AllAsync);
        routes.MapGet("/agenda/{id:long}.ics", OneAsync);
    }

    private static async Task<IResult> AllAsync(HttpContext http, IDbContextFactory<KioskDb> archive, DutchTime time, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return File(http, await ReadAsync(Upcoming.Events(db, time.Now).Take(Upcoming.Most), cancellation));
    }

    private static async Task<IResult> OneAsync(long id, HttpContext http, IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var found = await ReadAsync(db.Articles.AsNoTracking().Where(article => article.Id == id && article.State == ArticleState.Visible && article.Event != null), cancellation);
        return found.Count == 0 ? TypedResults.StatusCode(StatusCodes.Status404NotFound) : File(http, found);
    }

    private static Task<List<Article>> ReadAsync(IQueryable<Article> events, CancellationToken cancellation) => events.Select(article => new Article
    {
        Id = article.Id,
        Title = article.Title,
        Lead = article.Lead,
        Url = article.Url,
        ContentHash = "",
        ChangedAt = article.ChangedAt,
        Version = article.Version,
        Source = article.Source,
        Event = article.Event,
    }).ToListAsync(cancellation);

    private static FileContentHttpResult File(HttpContext http, List<Article> events) =>
        TypedResults.Bytes(Encoding.UTF8.GetBytes(CalendarFile.Write(http.Request.Host.Host, events)), CalendarFile.ContentType);
}
