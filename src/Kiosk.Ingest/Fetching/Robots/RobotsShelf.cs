using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>Keeps what is known of each site's robots.txt in the archive: all nodes share it, and a restart asks no site anew.</summary>
public sealed class RobotsShelf(IDbContextFactory<KioskDb> factory)
{
    /// <summary>A site that nobody asked about for so long is forgotten.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(60);

    /// <summary>What was kept of the site; null if nothing was.</summary>
    public async Task<SiteRobots?> FindAsync(string site)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.SiteRobots.AsNoTracking().SingleOrDefaultAsync(known => known.Site == site);
    }

    /// <summary>Keeps it. Where two nodes asked at once, the last one is kept.</summary>
    public async Task KeepAsync(SiteRobots robots)
    {
        await using var db = await factory.CreateDbContextAsync();
        if (await db.SiteRobots.AnyAsync(known => known.Site == robots.Site))
            db.SiteRobots.Update(robots);
        else
            db.SiteRobots.Add(robots);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Another node put the same site there, or took it away, in between: what it knows is as good.
        }

        var old = robots.FetchedAt - Forgotten;
        await db.SiteRobots.Where(known => known.FetchedAt < old).ExecuteDeleteAsync();
    }
}
