using System.Globalization;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>
/// Reads laws, municipalities and Movisie's level of articles that came in before the kiosk knew of these, a few at a time. How far it is stands in the
/// archive; what a person set is left alone.
/// </summary>
public sealed class PropertyBackfill(IDbContextFactory<KioskDb> archive)
{
    private const int AtOnce = 200;
    private const string Done = "done";

    /// <returns>How many articles were looked at; 0 once all are done.</returns>
    public async Task<int> GoOnAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var mark = await db.ArchiveProperties.SingleOrDefaultAsync(property => property.Name == ArchiveProperty.PropertiesFilledTo, cancellation)
            ?? db.ArchiveProperties.Add(new ArchiveProperty { Name = ArchiveProperty.PropertiesFilledTo, Value = "0" }).Entity;
        if (mark.Value == Done)
            return 0;
        var last = long.Parse(mark.Value, CultureInfo.InvariantCulture);
        var articles = await db.Articles.Where(article => article.Id > last).OrderBy(article => article.Id).Take(AtOnce).ToListAsync(cancellation);
        foreach (var article in articles)
            PropertyRules.FillNamed(article);
        mark.Value = articles.Count == 0 ? Done : articles[^1].Id.ToString(CultureInfo.InvariantCulture);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else changed one of them, or another node was first: the next turn looks again.
        }

        return articles.Count;
    }
}
