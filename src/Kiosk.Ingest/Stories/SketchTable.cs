using System.Text.Json;
using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Stories;

/// <summary>
/// The sketches of all articles, by fortnight and hash: an inverted index in the archive. A look into it costs the same whatever the
/// archive holds, because it asks for a few weeks only and no place in it holds more than <see cref="FullPlace"/> articles. It has two parts, as a
/// log-structured merge-tree has (O'Neil et al., 1996): hashes touch pages all over a large table, so what is new gathers in a small one, and joins the
/// large one in its order, many rows a page.
/// </summary>
internal static class SketchTable
{
    /// <summary>A hash that so many articles of one fortnight have is boilerplate: it takes no more, and leads to nobody.</summary>
    public const int FullPlace = 24;

    /// <summary>So many rows may gather, those of a thousand articles, half a megabyte.</summary>
    public const int MostFresh = 24_000;

    private const int DaysOfPeriod = 14;

    /// <summary>Any number will do, as long as every node locks the same one.</summary>
    private const long PostgresLock = 0x53746f7279;

    public static int PeriodOf(DateTimeOffset published) => (int)Math.Floor(published.ToUnixTimeSeconds() / 86_400.0 / DaysOfPeriod);

    /// <summary>Lets one transaction at a time look and add, until it ends. SQLite has one writer anyhow.</summary>
    public static async Task LockAsync(KioskDb db, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresLock})", cancellation);
    }

    /// <summary>Who stands at these hashes in this period and the ones beside it.</summary>
    public static async Task<IReadOnlyList<ArticleSketch>> FindAsync(KioskDb db, int period, IReadOnlyCollection<long> hashes, CancellationToken cancellation)
    {
        int[] periods = [period - 1, period, period + 1];
        var wanted = hashes.ToArray();
        var settled = await db.ArticleSketches.AsNoTracking()
            .Where(sketch => EF.Parameter(periods).Contains(sketch.Period) && EF.Parameter(wanted).Contains(sketch.Hash))
            .ToListAsync(cancellation);
        var fresh = await db.FreshSketches
            .Where(sketch => EF.Parameter(wanted).Contains(sketch.Hash) && EF.Parameter(periods).Contains(sketch.Period))
            .Select(sketch => new ArticleSketch { Period = sketch.Period, Hash = sketch.Hash, ArticleId = sketch.ArticleId })
            .ToListAsync(cancellation);
        return [.. settled, .. fresh];
    }

    public static async Task RemoveAsync(KioskDb db, IReadOnlyCollection<long> articleIds, CancellationToken cancellation)
    {
        if (articleIds.Count == 0)
            return;
        await db.ArticleSketches.Where(sketch => EF.Parameter(articleIds).Contains(sketch.ArticleId)).ExecuteDeleteAsync(cancellation);
        await db.FreshSketches.Where(sketch => EF.Parameter(articleIds).Contains(sketch.ArticleId)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Adds them, and lets what has gathered join the rest, if it is much. Thousands of rows in one statement: as tracked entities they would cost more than all else that is stored.</summary>
    public static async Task AddAsync(KioskDb db, IReadOnlyList<ArticleSketch> sketches, CancellationToken cancellation)
    {
        if (sketches.Count == 0)
            return;
        if (db.Database.IsSqlite())
        {
            var rows = JsonSerializer.Serialize(sketches.Select(sketch => new[] { sketch.Period, sketch.Hash, sketch.ArticleId }));
            await db.Database.ExecuteSqlAsync(
                $"INSERT OR IGNORE INTO fresh_sketches (period, hash, article_id) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each({rows})", cancellation);
        }
        else
        {
            var (periods, hashes, ids) = (sketches.Select(sketch => sketch.Period).ToArray(), sketches.Select(sketch => sketch.Hash).ToArray(), sketches.Select(sketch => sketch.ArticleId).ToArray());
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO fresh_sketches (period, hash, article_id) SELECT * FROM unnest({periods}, {hashes}, {ids}) ON CONFLICT DO NOTHING", cancellation);
        }

        await SettleAsync(db, cancellation);
    }

    private static async Task SettleAsync(KioskDb db, CancellationToken cancellation)
    {
        if (await db.FreshSketches.CountAsync(cancellation) < MostFresh)
            return;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO article_sketches (period, hash, article_id) SELECT period, hash, article_id FROM fresh_sketches ORDER BY period, hash, article_id ON CONFLICT DO NOTHING", cancellation);
        await db.FreshSketches.ExecuteDeleteAsync(cancellation);
    }
}
