using Kiosk.Data;
using Kiosk.Data.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>What an editor may choose from in the inbox.</summary>
public sealed record InboxChoices(
    IReadOnlyList<(string Slug, string Name)> Sources, IReadOnlyList<(int Id, string Slug, string Name)> Topics, IReadOnlyList<(long Id, string Title)> Dossiers,
    IReadOnlyList<DeskQuery> Queries, int OpenTasks)
{
    private const int MostDossiers = 100;

    public static async Task<InboxChoices> ReadAsync(KioskDb db, CancellationToken cancellation) => new(
        [.. (await db.Sources.AsNoTracking().OrderBy(source => source.Name).Select(source => new { source.Slug, source.Name }).ToListAsync(cancellation)).Select(source => (source.Slug, source.Name))],
        [.. (await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Name).Select(topic => new { topic.Id, topic.Slug, topic.Name }).ToListAsync(cancellation)).Select(topic => (topic.Id, topic.Slug, topic.Name))],
        [.. (await db.ReadingLists.AsNoTracking().Where(list => list.UserId == null && list.RemovedAt == null).OrderByDescending(list => list.ChangedAt).Take(MostDossiers)
            .Select(list => new { list.Id, list.Title }).ToListAsync(cancellation)).Select(list => (list.Id, list.Title))],
        await db.DeskQueries.AsNoTracking().OrderBy(query => query.Name).ToListAsync(cancellation),
        await db.EditorTasks.CountAsync(task => task.ClosedAt == null, cancellation));
}
