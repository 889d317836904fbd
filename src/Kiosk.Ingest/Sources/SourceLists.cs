using Kiosk.Data;
using Kiosk.Ingest.Formats.Opml;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Sources;

/// <summary>The sources of an archive as files that others can read.</summary>
public static class SourceLists
{
    /// <summary>The feeds that are switched on, by kind. OPML knows feeds only: other sources are not in it.</summary>
    public static async Task<byte[]> OpmlAsync(KioskDb db, CancellationToken cancellation)
    {
        var sources = await db.Sources.AsNoTracking()
            .Where(source => source.Enabled && source.Format == SourceFormat.Feed && source.MergedInto == null)
            .OrderBy(source => source.Name).ThenBy(source => source.Id)
            .Select(source => new { source.Kind, source.Url, source.Name, source.SiteUrl, source.Language })
            .ToListAsync(cancellation);
        return OpmlWriter.Write("Bronnen van de Kiosk", sources.OrderBy(source => source.Kind).Select(source => new OpmlFeed(source.Url)
        {
            Title = source.Name,
            SiteUrl = source.SiteUrl,
            Language = source.Language,
            Category = Names.Of(source.Kind),
            Folders = [source.Kind.ToString()],
        }));
    }

    /// <summary>All sources and topics as feeds.json.</summary>
    public static async Task<FeedsExport> FeedsAsync(KioskDb db, CancellationToken cancellation) => FeedsWriter.Write(
        await db.Topics.AsNoTracking().ToListAsync(cancellation),
        await db.Sources.AsNoTracking().Where(source => source.MergedInto == null).Include(source => source.Topics).ToListAsync(cancellation));
}
