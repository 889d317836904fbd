using System.Data.Common;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Alerts;
using Kiosk.Data.Changes;
using Kiosk.Ingest.Indexing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Alerts;

/// <summary>
/// Follows the change feed and writes down which alerts found which articles. Place and finds are saved together, so that nothing is missed and nothing is found
/// twice, whichever nodes follow. An article is looked at again when it changes, since its text or topics may come later than its title.
/// </summary>
public sealed class AlertFollower(IDbContextFactory<KioskDb> archive, WaitingAlerts waiting, AlertClock clock, TimeProvider time) : IDisposable
{
    private const int AtATime = 200;
    private const int AlertsAtATime = 5_000;

    /// <summary>What was published longer ago is no news, be it new to the kiosk: the archive of a new source does not fill mailboxes.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Looks at all that changed since.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            while (await StepAsync(cancellation))
                cancellation.ThrowIfCancellationRequested();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <returns>True if there may be more.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var kept = await FollowedTo.ReadAsync(db, ArchiveProperty.AlertsFollowedTo, cancellation);
        await waiting.RefreshAsync(db, cancellation);
        if (kept is null && waiting.Since.Count == 0)
            return false;
        var end = await ChangeFeed.EndAsync(db, cancellation);
        var batch = kept is null ? new ChangeBatch([], end, Gap: true) : await ChangeFeed.ReadAsync(db, ChangePosition.Parse(kept), AtATime, cancellation);
        if (batch is { Gap: false } && batch.Position.ToString() == kept)
            return false;
        var found = new List<(long Alert, long Article, long? Story)>();
        foreach (var articles in (batch.Gap ? await AllSinceAsync(db, cancellation) : batch.ArticleIds).Chunk(AtATime))
            found.AddRange(await FoundAsync(db, articles, cancellation));
        return await SaveAsync(db, kept, batch.Gap ? end : batch.Position, found, cancellation) && !batch.Gap;
    }

    private async Task<IReadOnlyList<(long Alert, long Article, long? Story)>> FoundAsync(KioskDb db, long[] ids, CancellationToken cancellation)
    {
        if (waiting.Since.Count == 0)
            return [];
        var since = time.GetUtcNow() - Fresh;
        var publications = await db.ArticlePublications.Where(publication => EF.Parameter(ids).Contains(publication.ArticleId)).ToDictionaryAsync(publication => publication.ArticleId, publication => publication.Id, cancellation);
        var oldest = waiting.Since.Values.Min();
        var wanted = publications.Where(pair => pair.Value > oldest).Select(pair => pair.Key).ToArray();
        if (wanted.Length == 0)
            return [];
        var articles = await IndexedArticles.ReadAsync(
            db, db.Articles.Where(article => EF.Parameter(wanted).Contains(article.Id) && article.State == ArticleState.Visible && article.PublishedAt >= since).OrderBy(article => article.Id), cancellation);
        return [.. articles.SelectMany(article => waiting.Wanting(article, publications[article.Id]).Select(alert => (alert, article.Id, article.StoryId)))];
    }

    /// <returns>False if another node was first.</returns>
    private async Task<bool> SaveAsync(KioskDb db, string? kept, ChangePosition position, List<(long Alert, long Article, long? Story)> found, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await FollowedTo.MoveAsync(db, ArchiveProperty.AlertsFollowedTo, kept, position, cancellation))
            return false;
        var fresh = await FreshAsync(db, found, cancellation);
        var now = time.GetUtcNow();
        try
        {
            await db.SaveChangesAsync(cancellation);
            foreach (var ofOne in fresh.GroupBy(find => find.Article, find => find.Alert))
                await AddAsync(db, ofOne.Key, [.. ofOne], now, cancellation);
            await ScheduleAsync(db, [.. fresh.Select(find => find.Alert).Distinct()], now, cancellation);
        }
        catch (Exception problem) when (problem is DbUpdateException || IsGone(problem))
        {
            // Another node was first, or somebody took an alert or her account away at this moment.
            waiting.Forget();
            return false;
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Without what was found before, and without news that an alert told already by another article of its story.</summary>
    private static async Task<List<(long Alert, long Article, long? Story)>> FreshAsync(KioskDb db, List<(long Alert, long Article, long? Story)> found, CancellationToken cancellation)
    {
        var (articles, stories) = (found.Select(find => find.Article).Distinct().ToArray(), found.Select(find => find.Story).OfType<long>().Distinct().ToArray());
        var known = new HashSet<(long Alert, long Article)>();
        var told = new HashSet<(long Alert, long Story)>();
        foreach (var some in articles.Chunk(AtATime))
            known.UnionWith((await db.AlertFinds.Where(find => EF.Parameter(some).Contains(find.ArticleId)).Select(find => new { find.AlertId, find.ArticleId }).ToListAsync(cancellation)).Select(find => (find.AlertId, find.ArticleId)));
        foreach (var some in stories.Chunk(AtATime))
        {
            told.UnionWith((await db.AlertFinds.Where(find => find.Article!.StoryId != null && EF.Parameter(some).Contains(find.Article.StoryId.Value))
                .Select(find => new { find.AlertId, find.Article!.StoryId }).ToListAsync(cancellation)).Select(find => (find.AlertId, find.StoryId!.Value)));
        }

        return [.. found.Where(find => known.Add((find.Alert, find.Article)) && (find.Story is not { } story || told.Add((find.Alert, story))))];
    }

    /// <summary>Whether what a find refers to is not there any more.</summary>
    private static bool IsGone(Exception problem) => problem is SqliteException { SqliteErrorCode: 19 } or DbException { SqlState: "23503" };

    /// <summary>Writes down what found an article, thousands of alerts at once. One that somebody took away at this moment is passed over.</summary>
    private static Task<int> AddAsync(KioskDb db, long article, long[] alerts, DateTimeOffset now, CancellationToken cancellation)
    {
        if (db.Database.IsNpgsql())
        {
            return db.Database.ExecuteSqlAsync($"""
                INSERT INTO alert_finds (article_id, alert_id, user_id, found_at)
                SELECT {article}, id, user_id, {now.ToUniversalTime()} FROM alerts WHERE id = ANY({alerts})
                ON CONFLICT (article_id, alert_id) DO NOTHING
                """, cancellation);
        }

        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO alert_finds (article_id, alert_id, user_id, found_at)
            SELECT {article}, id, user_id, {now.ToUnixTimeMilliseconds()} FROM alerts WHERE id IN (SELECT value FROM json_each({JsonSerializer.Serialize(alerts)}))
            ON CONFLICT (article_id, alert_id) DO NOTHING
            """, cancellation);
    }

    /// <summary>
    /// A letter that is due already takes these along: who makes one waits for finds that are being written, since she locks its alert, and these hold that too by referring
    /// to it.
    /// </summary>
    private async Task ScheduleAsync(KioskDb db, long[] alerts, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var some in alerts.Chunk(AlertsAtATime))
        {
            var rows = await db.Alerts.Where(alert => EF.Parameter(some).Contains(alert.Id) && alert.NextLetterAt == null && alert.Pace != AlertPace.Niet)
                .Select(alert => new { alert.Id, alert.Pace, alert.LastLetterAt, Email = alert.Pace == AlertPace.Week ? alert.User!.Email : null }).ToListAsync(cancellation);
            var days = await AlertClock.DaysAsync(db, rows.Select(row => row.Email), cancellation);
            foreach (var moment in rows.GroupBy(row => clock.Next(row.Pace, row.LastLetterAt, days.GetValueOrDefault((row.Email ?? "").ToLowerInvariant(), AlertClock.UsualDay), now)))
            {
                var (next, ids) = (moment.Key, moment.Select(row => row.Id).Order().ToArray());
                await db.Alerts.Where(alert => EF.Parameter(ids).Contains(alert.Id)).ExecuteUpdateAsync(set => set.SetProperty(alert => alert.NextLetterAt, alert => alert.NextLetterAt ?? next), cancellation);
            }
        }
    }

    /// <summary>The feed does not go back far enough: whatever was published since the oldest alert was made, as far as it is news.</summary>
    private async Task<IReadOnlyList<long>> AllSinceAsync(KioskDb db, CancellationToken cancellation)
    {
        if (waiting.Since.Count == 0)
            return [];
        var (since, fresh) = (waiting.Since.Values.Min(), time.GetUtcNow() - Fresh);
        return await db.ArticlePublications.Where(publication => publication.Id > since && db.Articles.Any(article => article.Id == publication.ArticleId && article.PublishedAt >= fresh))
            .OrderBy(publication => publication.Id).Select(publication => publication.ArticleId).ToListAsync(cancellation);
    }
}
